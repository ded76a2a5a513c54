/**
 * Who made the call: `userIdentity`, the objects inside it, and what its members mean for each identity type.
 */
import type { IdentityModel, StructureModel } from './types.js'

/** The objects inside `userIdentity`, then the members all its variants share. */
export const IDENTITY_STRUCTURES: ReadonlyArray<StructureModel> = [
  {
    name: 'InvokedByDelegate',
    meaning: 'The product provider that acted through access delegated to it for a limited time.',
    page: 'userIdentity',
    members: [
      {
        name: 'accountId',
        type: 'string',
        meaning: 'Account of the product provider that made the request. The account it acted in is the `accountId` one level up.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'OnBehalfOf',
    meaning: 'The person in IAM Identity Center for whom the call was made.',
    page: 'userIdentity',
    members: [
      {
        name: 'userId',
        type: 'string',
        meaning:
          'Identifier of the person in the identity store, unique only together with `identityStoreArn`. It is not a name: resolving it requires a call to the store.',
        page: 'userIdentity',
      },
      {
        name: 'identityStoreArn',
        type: 'string',
        meaning: 'ARN of the identity store that holds `userId`. It has no region part.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'InScopeOf',
    meaning:
      'The resource on whose account a service acted or to which it handed the credentials, such as a Lambda function or an ECS task.',
    page: 'userIdentity',
    members: [
      {
        name: 'sourceArn',
        type: 'string',
        meaning: 'ARN of the resource that made one service call another.',
        page: 'userIdentity',
      },
      {
        name: 'sourceAccount',
        type: 'string',
        meaning: 'Account that owns `sourceArn`; comes and goes with it.',
        page: 'userIdentity',
      },
      {
        name: 'issuerType',
        type: 'string',
        meaning: 'Resource type of `credentialsIssuedTo`, such as `AWS::Lambda::Function`.',
        page: 'userIdentity',
      },
      {
        name: 'credentialsIssuedTo',
        type: 'string',
        meaning:
          'The resource whose environment the credentials were made for, usually an ARN: names the function or task when the role alone does not.',
        page: 'userIdentity',
      },
      {
        name: 'credentialsIssuedToVersion',
        type: 'string',
        undocumented: true,
        meaning: '`credentialsIssuedTo` with its version appended, such as a function ARN ending in `:$LATEST`.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'SessionIssuer',
    meaning:
      'Where temporary credentials came from: the role that was assumed, or the user or root who asked for a federation token. `{}` means none.',
    page: 'userIdentity',
    members: [
      {
        name: 'type',
        type: 'string',
        meaning: 'Kind of the issuer: `Role`, `IAMUser` or `Root`; open to others.',
        page: 'userIdentity',
      },
      {
        name: 'userName',
        type: 'string',
        meaning:
          'Name of the issuer: for a role the role name without its path, for a user the user name, for root the account alias if there is one.',
        page: 'userIdentity',
      },
      {
        name: 'principalId',
        type: 'string',
        meaning: 'Unique identifier of the issuer, never used again after it is deleted; a role gives `AROA...`.',
        page: 'userIdentity',
      },
      {
        name: 'arn',
        type: 'string',
        meaning:
          "IAM ARN of the issuer. For a role the only place in the record that keeps the role's path, which the session's STS ARN loses.",
        page: 'userIdentity',
      },
      {
        name: 'accountId',
        type: 'string',
        meaning: 'Account that owns the issuer; used as the account of the record if the record has no other.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'WebIdFederationData',
    meaning:
      "The web identity provider's facts about the person in a session made by AssumeRoleWithWebIdentity. Usually `{}`, which means none.",
    page: 'userIdentity',
    members: [
      {
        name: 'federatedProvider',
        type: 'string',
        meaning: 'The provider: a host such as `accounts.google.com`, or the ARN of an OIDC provider in IAM.',
        page: 'userIdentity',
      },
      {
        name: 'attributes',
        type: { mapOf: 'string' },
        meaning:
          'Identifiers of application and person as the provider reports them; the keys begin with its name, such as `www.amazon.com:user_id`.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'SessionAttributes',
    meaning: 'When the session began and whether a second factor was used.',
    page: 'userIdentity',
    members: [
      {
        name: 'creationDate',
        type: 'string',
        meaning:
          'When the temporary credentials were issued, UTC, to the second. Either ISO extended (`2013-11-02T01:06:28Z`) or ISO basic (`20131102T010628Z`).',
        page: 'userIdentity',
      },
      {
        name: 'mfaAuthenticated',
        type: 'boolean or string',
        meaning:
          'Whether the root or IAM user of the session had proved a second factor, nearly always the string `"true"` or `"false"`: the string `"false"` is truthy. Says nothing of a second factor asked by an identity provider.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'SessionContext',
    meaning:
      'The session of temporary credentials that signed the request. Not only roles have one: IAM users and root do after signing in or proving a second factor.',
    page: 'userIdentity',
    members: [
      {
        name: 'sessionIssuer',
        type: { structure: 'SessionIssuer' },
        meaning: 'The role, user or root from which the credentials were obtained; `{}`, null and missing all mean none.',
        page: 'userIdentity',
      },
      {
        name: 'webIdFederationData',
        type: { structure: 'WebIdFederationData' },
        meaning: 'The web identity provider of the session; `{}`, null and missing all mean none.',
        page: 'userIdentity',
      },
      {
        name: 'attributes',
        type: { structure: 'SessionAttributes' },
        meaning: 'Start of the session and use of a second factor.',
        page: 'userIdentity',
      },
      {
        name: 'sourceIdentity',
        type: 'string',
        meaning:
          'The name set when the first role was assumed and carried through every further role: the best evidence of the person, where administrators demand it.',
        page: 'userIdentity',
      },
      {
        name: 'ec2RoleDelivery',
        type: 'number or string',
        meaning:
          'Version of the instance metadata service that gave out the credentials: `1.0` without session tokens, `2.0` with. Mostly a string; as a number the `.0` is gone.',
        page: 'userIdentity',
      },
      {
        name: 'ec2IssuedInVpc',
        type: 'string',
        meaning:
          'By its name, about the VPC in which instance credentials were issued. AWS lists it as a string column of event data stores and describes it nowhere.',
        page: 'lakeSchemas',
      },
      {
        name: 'assumedRoot',
        type: 'boolean or string',
        meaning:
          'True for a short root session in a member account, opened by AssumeRoot from the management account or a delegated administrator; mostly the string `"true"`.',
        page: 'userIdentity',
      },
      {
        name: 'signInSessionArn',
        type: 'string',
        meaning:
          'ARN of the sign-in session or access token under which the request was made, `arn:aws:signin:REGION:ACCOUNT:session/UUID`. Narrower than the principal and the same for all calls of that session.',
        page: 'userIdentity',
      },
    ],
  },
  {
    name: 'IdentityFields',
    meaning:
      'What all identity types share. Every member is optional, and so is `type`: services may leave only `accountId` and `invokedBy`, and the copy of a cross-account call leaves out most.',
    page: 'userIdentity',
    members: [
      {
        name: 'userName',
        type: 'string',
        meaning:
          'Friendly name of the caller; which name depends on `type`, and roles have none here. `HIDDEN_DUE_TO_SECURITY_REASONS` after a sign-in with an unknown user name.',
        page: 'userIdentity',
      },
      {
        name: 'principalId',
        type: 'string',
        meaning:
          'Unique identifier of the caller; with temporary credentials it ends in `:` and the session name. Missing from cross-account records.',
        page: 'userIdentity',
      },
      {
        name: 'arn',
        type: 'string',
        meaning: 'ARN of the caller: of a session when a role was assumed, not of the role. May be missing.',
        page: 'userIdentity',
      },
      {
        name: 'accountId',
        type: 'string',
        meaning:
          'Account of the caller: the one that owns the user or role that granted the request. Not necessarily the account whose resource was touched or that received the record.',
        page: 'userIdentity',
      },
      {
        name: 'accessKeyId',
        type: 'string',
        meaning:
          'Access key that signed the request: `AKIA...` lasts until revoked, `ASIA...` belongs to one session. May be the empty string.',
        page: 'userIdentity',
      },
      {
        name: 'identityProvider',
        type: 'string',
        meaning: 'External identity provider; only for SAMLUser and WebIdentityUser.',
        page: 'userIdentity',
      },
      {
        name: 'invokedBy',
        type: 'string',
        meaning:
          'Host name of the AWS service that sent the request, for itself or on behalf of the identity, such as `athena.amazonaws.com`. Absent when the identity called directly.',
        page: 'userIdentity',
      },
      {
        name: 'credentialId',
        type: 'string',
        meaning: 'Identifier of the bearer token that carried the request, such as an access token of IAM Identity Center.',
        page: 'userIdentity',
      },
      {
        name: 'invokedByDelegate',
        type: { structure: 'InvokedByDelegate' },
        meaning: 'The product provider that made the request through delegated access; absent otherwise.',
        page: 'userIdentity',
      },
      {
        name: 'onBehalfOf',
        type: { structure: 'OnBehalfOf' },
        meaning: 'The IAM Identity Center user for whom the request was made, whatever the type of the identity.',
        page: 'userIdentity',
      },
      {
        name: 'inScopeOf',
        type: { structure: 'InScopeOf' },
        meaning: 'The function, task or other resource in whose scope a service made the request.',
        page: 'userIdentity',
      },
      {
        name: 'sessionContext',
        type: { structure: 'SessionContext' },
        meaning: 'The session of temporary credentials; absent for long-lived keys.',
        page: 'userIdentity',
      },
    ],
  },
]

/** The documented values of `userIdentity.type`, in AWS's order. */
export const IDENTITIES: ReadonlyArray<IdentityModel> = [
  {
    type: 'Root',
    name: 'RootIdentity',
    meaning: 'The root of an account, signed in or through AssumeRoot.',
    members: {
      userName: 'The account alias; absent if the account has none. Never the word root.',
      principalId: 'The account id.',
      arn: '`arn:aws:iam::ACCOUNT:root`.',
      accessKeyId: 'Often empty; `ASIA...` belongs to a console or AssumeRoot session, `AKIA...` is a long-lived root key.',
      sessionContext: 'Present for console sessions and for AssumeRoot, which sets `assumedRoot`.',
      invokedBy: 'Set if a service acted on behalf of root, which does not mean that a person used root.',
    },
  },
  {
    type: 'IAMUser',
    name: 'IAMUserIdentity',
    meaning: 'An IAM user, with a long-lived key or a session of its own.',
    members: {
      userName: 'The name of the user without its path, or `HIDDEN_DUE_TO_SECURITY_REASONS` after a sign-in with a wrong name.',
      principalId: 'The unique id of the user, `AIDA...`: survives a rename, never comes back after deletion.',
      arn: '`arn:aws:iam::ACCOUNT:user/PATH/NAME`.',
      sessionContext: 'Present when the user signed in to the console or took a session token; it has no issuer then.',
    },
  },
  {
    type: 'AssumedRole',
    name: 'AssumedRoleIdentity',
    meaning: 'A session of an IAM role: people through IAM Identity Center or federation, services, instances, other accounts.',
    members: {
      userName: 'Absent: the name of the role is `sessionContext.sessionIssuer.userName`.',
      principalId: 'The id of the role, `:`, and the session name: `AROA...:SESSION`. Absent from cross-account records.',
      arn: 'ARN of the session, not of the role: `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. The session name follows the last `/`; the path of the role is lost.',
      accountId: 'The account that owns the role, not the account that assumed it.',
      accessKeyId: 'The temporary key of the session, `ASIA...`: ties its calls together.',
      sessionContext: 'Its `sessionIssuer` is the role, path included.',
      invokedBy: 'The service that used the session, when it was a service.',
    },
  },
  {
    type: 'Role',
    name: 'RoleIdentity',
    meaning: 'A role named as such rather than as a session of it.',
    members: {
      userName: 'Chosen by the caller who created the session.',
      arn: 'ARN of the role.',
      sessionContext: 'Its `sessionIssuer` is always the role.',
    },
  },
  {
    type: 'FederatedUser',
    name: 'FederatedUserIdentity',
    meaning:
      'A session made with GetFederationToken by an IAM user or root. Not IAM Identity Center and not SAML, which appear as AssumedRole.',
    members: {
      userName: 'Absent: the name given to the session ends `principalId` and `arn`.',
      principalId: 'The account id, `:`, and the name given to the session.',
      arn: '`arn:aws:sts::ACCOUNT:federated-user/NAME`.',
      sessionContext: 'Its `sessionIssuer` is the user or root that asked for the token.',
    },
  },
  {
    type: 'Directory',
    name: 'DirectoryIdentity',
    meaning: 'A request to a directory-backed service, such as WorkDocs, whose caller could not be identified further.',
    members: {
      userName: 'May be present: an account alias or an e-mail address of the account.',
    },
  },
  {
    type: 'AWSAccount',
    name: 'AWSAccountIdentity',
    meaning:
      "Another account: the caller as the owner of the resource sees it, as when a role is assumed from outside. Lake Formation's copies have it in both accounts.",
    members: {
      userName: "Absent: the other account's names are not disclosed.",
      principalId:
        "The id of the caller in its own account, sometimes with a session name; the copy in the caller's account identifies the caller.",
      arn: 'Usually absent.',
      accountId: 'The account of the caller, not the one that received the record.',
      invokedBy: 'The service the other account went through, if any.',
    },
  },
  {
    type: 'AWSService',
    name: 'AWSServiceIdentity',
    meaning: 'An AWS service for its own reasons, as when it assumes a role you gave it.',
    members: {
      userName: 'Absent.',
      principalId: 'Absent, or the name of the service.',
      arn: 'Absent.',
      accountId: 'Usually absent: the account is one of AWS.',
      invokedBy: 'The host name of the service, or `AWS Internal`: the only member that says who acted.',
    },
  },
  {
    type: 'IdentityCenterUser',
    name: 'IdentityCenterUserIdentity',
    meaning: 'A person of IAM Identity Center without an IAM role in between, as with trusted identity propagation or the access portal.',
    members: {
      userName: 'Absent; two sign-in events have it in `additionalEventData`.',
      accountId: 'The account that owns the IAM Identity Center instance.',
      credentialId: 'The access token or portal session: the same for all calls made with it.',
      onBehalfOf: 'Who the person is: user id and identity store.',
    },
  },
  {
    type: 'Unknown',
    name: 'UnknownIdentity',
    meaning: 'CloudTrail could not tell what kind of identity it was. A documented value, not the same as a missing `type`.',
    members: {
      userName: 'May be present: an account alias or an e-mail address of the account.',
    },
  },
  {
    type: 'SAMLUser',
    name: 'SAMLUserIdentity',
    meaning: 'The caller of AssumeRoleWithSAML. Calls made with the session it gets are AssumedRole.',
    members: {
      userName: 'The subject of the assertion (`saml:sub`).',
      principalId: 'The name qualifier and the subject of the assertion, joined by `:`.',
      identityProvider: 'The name qualifier of the assertion (`saml:namequalifier`): identifies the provider, does not name it.',
    },
  },
  {
    type: 'WebIdentityUser',
    name: 'WebIdentityUserIdentity',
    meaning: 'The caller of AssumeRoleWithWebIdentity. Calls made with the session it gets are AssumedRole.',
    members: {
      userName: 'The user id as the provider gives it; for Kubernetes `system:serviceaccount:NAMESPACE:NAME`.',
      principalId: 'Issuer, application id and user id, joined by `:`.',
      identityProvider: 'The issuer: a host such as `accounts.google.com`, or the ARN of an OIDC provider in IAM.',
    },
  },
]
