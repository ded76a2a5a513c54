import { describe, expect, it } from 'vitest'
import { commonJsOf } from '../../codegen/commonjs.js'

describe('commonJsOf', () => {
  it.each([
    ['import*as t from"io-ts";', 'const t=require("io-ts");'],
    ['import{a,b as c}from"./chunk-1.js";', 'const{a,b:c}=require("./chunk-1.cjs");'],
    ['import"./chunk-1.js";', 'require("./chunk-1.cjs");'],
    ['import{x}from"#seam.js";', 'const{x}=require("#seam.js");'],
    ['const a=1;export{a,a as B};', 'const a=1;exports.a=a;exports.B=a;'],
    ['export{a,b as c}from"./x.js";', '{const m=require("./x.cjs");exports.a=m.a;exports.c=m.b;}'],
    ['const f=/*@__PURE__*/g("import{a}from");', 'const f=/*@__PURE__*/g("import{a}from");'],
  ])('%s', (esm, cjs) => {
    expect(commonJsOf(esm)).toBe(`"use strict";${cjs}`)
  })

  it('keeps each statement in its line', () => {
    const esm = 'import{a,\nb}from"./x.js"\nconst c=a(\nb)\nexport{c}\n'
    expect(commonJsOf(esm).split('\n').slice(1)).toEqual(['const{a,b}=require("./x.cjs");', 'const c=a(', 'b)', 'exports.c=c;'])
  })

  it.each(['import a from"io-ts";', 'export*from"./x.js";', 'export*as y from"./x.js";'])('has no form for %s', (esm) => {
    expect(() => commonJsOf(esm)).toThrow(/no form in CommonJS/)
  })
})
