/**
 * The part in which the identifiers of O*NET's elements differ, by element: those of its own CTDL-ASN frameworks of
 * abilities, skills and knowledge (onetcenter.org/ctdlasn, of 2019-09-27), the only lasting ones that it has published.
 */
const published = new Map(
  `
  1.A.1=258c1 1.A.1.a=2592a 1.A.1.a.1=25988 1.A.1.a.2=259eb 1.A.1.a.3=25a46 1.A.1.a.4=25aa4 1.A.1.b=25b00
  1.A.1.b.1=25b63 1.A.1.b.2=25bc3 1.A.1.b.3=25c22 1.A.1.b.4=25c7f 1.A.1.b.5=25cdf 1.A.1.b.6=25d3f 1.A.1.b.7=25da1
  1.A.1.c=25dfe 1.A.1.c.1=33735 1.A.1.c.2=33787 1.A.1.d=337d8 1.A.1.d.1=3382b 1.A.1.e=3387c 1.A.1.e.1=338ce
  1.A.1.e.2=33d8a 1.A.1.e.3=33e0a 1.A.1.f=33e64 1.A.1.f.1=33eb9 1.A.1.f.2=33f0b 1.A.1.g=33f61 1.A.1.g.1=33fb1
  1.A.1.g.2=34004 1.A.2=34057 1.A.2.a=340ad 1.A.2.a.1=34103 1.A.2.a.2=34156 1.A.2.a.3=341a9 1.A.2.b=34200
  1.A.2.b.1=34255 1.A.2.b.2=342ab 1.A.2.b.3=34304 1.A.2.b.4=3435f 1.A.2.c=345a1 1.A.2.c.1=3464e 1.A.2.c.2=3471e
  1.A.2.c.3=34775 1.A.3=347cc 1.A.3.a=3481f 1.A.3.a.1=34874 1.A.3.a.2=348c8 1.A.3.a.3=34919 1.A.3.a.4=3496e
  1.A.3.b=349c3 1.A.3.b.1=34a15 1.A.3.c=34a66 1.A.3.c.1=34ab8 1.A.3.c.2=34b0b 1.A.3.c.3=34b5b 1.A.3.c.4=34baf
  1.A.4=34c04 1.A.4.a=34c57 1.A.4.a.1=34ca6 1.A.4.a.2=2577a 1.A.4.a.3=27c00 1.A.4.a.4=27c6c 1.A.4.a.5=27ccb
  1.A.4.a.6=27d28 1.A.4.a.7=27d8a 1.A.4.b=27de9 1.A.4.b.1=27e49 1.A.4.b.2=27ea7 1.A.4.b.3=27f03 1.A.4.b.4=27f66
  1.A.4.b.5=27fc5 2.A.1=25fd1 2.A.1.a=260d5 2.A.1.b=2613a 2.A.1.c=26197 2.A.1.d=261f9 2.A.1.e=26253 2.A.1.f=262aa
  2.A.2=26304 2.A.2.a=26361 2.A.2.b=263bf 2.A.2.c=2641c 2.A.2.d=26479 2.B.1=26535 2.B.1.a=2658f 2.B.1.b=265eb
  2.B.1.c=26648 2.B.1.d=2669e 2.B.1.e=266f7 2.B.1.f=26751 2.B.2=267ac 2.B.2.i=26809 2.B.3=27102 2.B.3.a=271a8
  2.B.3.b=27213 2.B.3.c=27279 2.B.3.d=272e0 2.B.3.e=27342 2.B.3.g=273a0 2.B.3.h=273fc 2.B.3.j=2745d 2.B.3.k=274ba
  2.B.3.l=27519 2.B.3.m=275d8 2.B.4=27635 2.B.4.e=27690 2.B.4.g=276f0 2.B.4.h=2774f 2.B.5=277b1 2.B.5.a=27810
  2.B.5.b=27871 2.B.5.c=278d0 2.B.5.d=279a2 2.C.1=290cc 2.C.1.a=2ac83 2.C.1.b=2acd8 2.C.1.c=2ad31 2.C.1.d=2ad85
  2.C.1.e=2b026 2.C.1.f=2b08d 2.C.2=2b0e4 2.C.2.a=2b13b 2.C.2.b=2b194 2.C.3=2b1ec 2.C.3.a=2b241 2.C.3.b=2b298
  2.C.3.c=2b2f0 2.C.3.d=2b345 2.C.3.e=2817e 2.C.4=281dc 2.C.4.a=2855d 2.C.4.b=285e2 2.C.4.c=2864b 2.C.4.d=286b2
  2.C.4.e=28719 2.C.4.f=2877b 2.C.4.g=287de 2.C.5=28845 2.C.5.a=288a1 2.C.5.b=28906 2.C.6=28b67 2.C.7=28bdc
  2.C.7.a=28c3f 2.C.7.b=28d12 2.C.7.c=28d82 2.C.7.d=28deb 2.C.7.e=28e64 2.C.8=28ebd 2.C.8.a=28f17 2.C.8.b=28f72
  2.C.9=28fca 2.C.9.a=2901f 2.C.9.b=29075 2.C.10=2a83b
  `
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.replace(/=.*/, ''), pair.replace(/.*=/, '')]),
);

/** Other uris of an element, such as `2.A.1.a`, than its page: the one that O*NET published for it, if it did. */
export function onetTwins(element: string): string[] {
  const part = published.get(element);
  return part ? [`https://www.onetcenter.org/ctdlasn/resources/ce-07c${part}-9119-11e8-b852-782bcb5df6ac`] : [];
}
