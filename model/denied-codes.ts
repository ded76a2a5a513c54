/**
 * Values of `errorCode` of denied calls, for any service: the caller was not allowed to make the call. Each has its
 * evidence. Codes of calls that failed for other reasons (expired credentials, wrong keys, throttling) are not here.
 */
export const DENIED_CODES: Readonly<Record<string, string>> = {
  AccessDenied: 'the code of every denied call among public Glue records',
  AccessDeniedException: 'the exception of that name in the Glue API; the code of Glue calls that Lake Formation denies, in public reports',
  'Client.UnauthorizedOperation': 'public records of EC2, whose messages say that the caller is not authorized',
  UnauthorizedOperation: 'the same code as EC2 documents it; public records bear it',
  UnauthorizedException: 'a public record of Resource Explorer; several APIs document the exception as the lack of permission',
  VpceAccessDenied: 'the documented code of network activity events that a VPC endpoint policy denied; a public record',
}
