import type { Overlay } from '../types.js'

/** What is sent to an OAuth 2 token URL, client secrets included. */
export const tokenUrlParameters: Overlay = {
  evidence: 'TokenUrlParametersMap is unmarked in the API model',
  sensitive: ['OAuth2Properties.TokenUrlParametersMap', 'OAuth2PropertiesInput.TokenUrlParametersMap'],
}
