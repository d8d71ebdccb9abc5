import type { OpenIdFault } from '../../../../shared/http/signIn.ts'

/** Somebody does not get in by the sign-in of her organisation. */
export class OpenIdRefused extends Error {
  readonly fault: OpenIdFault
  /** What is known of whom, for the log of what people do. */
  readonly details: Readonly<Record<string, string>>

  /** `cause`: what whoever runs the program may have to mend. */
  constructor(fault: OpenIdFault, details: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(fault, { cause })
    this.fault = fault
    this.details = details
  }
}
