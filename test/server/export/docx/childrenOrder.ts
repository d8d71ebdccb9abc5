const words = (names: string) => names.split(' ').map(name => `w:${name}`)

const borders = 'top left start bottom right end between bar insideH insideV tl2br tr2bl'

/** What may stand in these elements, in the order of the schema (ECMA-376, part 1, wml.xsd). */
export const childrenOrder: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    pPr:
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
      'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
      'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
      'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    rPr:
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
      'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang ' +
      'eastAsianLayout specVanish oMath',
    tblPr:
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
      'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    tbl: 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
    tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    tblBorders: borders,
    tcBorders: borders,
    pBdr: 'top left bottom right between bar',
    tblCellMar: 'top left start bottom right end',
    numPr: 'ilvl numId',
    sectPr:
      'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
      'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
    sdt: 'sdtPr sdtEndPr sdtContent',
  }).map(([name, children]) => [`w:${name}`, words(children)]),
)
