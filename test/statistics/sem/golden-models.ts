// The models of test/fixtures/r/sem.R, in the same words.
export const ABILITIES = `visual =~ x1 + x2 + x3
  textual =~ x4 + x5 + x6
  speed =~ x7 + x8 + x9`;

export const PATHS = `ind =~ i1 + i2 + i3
  dem1 =~ a1 + l2*a2 + l3*a3
  dem2 =~ b1 + l2*b2 + l3*b3
  ind ~ w + v
  dem1 ~ a*ind
  dem2 ~ b*dem1 + c*ind + w
  a1 ~~ b1; a2 ~~ b2; a3 ~~ b3
  indirect := a*b
  total := c + a*b
  ratio := a*b/(c + a*b)`;

export const SECOND_ORDER = `f1 =~ s1 + s2 + s3 + s4
  f2 =~ s5 + s6 + s7 + s8
  f3 =~ s9 + s10 + s11 + s12
  g =~ f1 + f2 + f3`;

export const TWO_ORDINAL = `f =~ o1 + o2 + o3
  g =~ o4 + o5 + o6`;
