import { secureHeaders } from 'hono/secure-headers'

const own = ["'self'"]
const none = ["'none'"]

/**
 * Nothing but this house's own files is run or asked. The component library writes its style rules into the page, hence
 * 'unsafe-inline' for styles only; no script stands inline, no data is turned into code.
 */
const contentSecurityPolicy = {
  defaultSrc: none,
  scriptSrc: own,
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: own,
  connectSrc: own,
  workerSrc: own,
  manifestSrc: own,
  mediaSrc: none,
  objectSrc: none,
  frameSrc: none,
  frameAncestors: none,
  baseUri: none,
  formAction: own,
}

const off: string[] = []
const permissionsPolicy = {
  camera: off,
  microphone: off,
  geolocation: off,
  payment: off,
  usb: off,
  displayCapture: off,
  publickeyCredentialsGet: off,
}

/** The headers of every answer. */
export const guardHeaders = () =>
  secureHeaders({
    contentSecurityPolicy,
    permissionsPolicy,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
  })
