/**
 * Values of `errorCode` that say a call was denied, for any service: who called was not allowed to. Each with what shows it. Codes of calls that were
 * refused for other reasons (expired credentials, wrong keys, throttling) are none of these.
 */
export const DENIED_CODES: Readonly<Record<string, string>> = {
  AccessDenied: 'the code of every denied call among public Glue records',
  AccessDeniedException:
    'the exception of that name in the Glue API; the code that Lake Formation denials of Glue calls bear in public reports',
  'Client.UnauthorizedOperation': 'public records of EC2, whose messages say that the caller is not authorized',
  UnauthorizedOperation: 'the same code as EC2 documents it; public records bear it',
  UnauthorizedException: 'a public record of Resource Explorer; several APIs document the exception as the lack of permission',
  VpceAccessDenied: 'the documented code of network activity events that a VPC endpoint policy denied; a public record',
}
