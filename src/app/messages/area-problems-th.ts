import type { AreaProblem } from '../../core/read/pointed-area';

/** Why the cells that the officer chose cannot be read, and what to do, in Thai. */
export const areaProblemTh = (params: Readonly<Record<string, string>>): string => {
  const { area = '', cell = '', text = '' } = params;
  const said = text === '' ? cell : `${cell} «${text}»`;
  const sentences: Readonly<Record<AreaProblem, string>> = {
    ownSheet: `${area} อยู่ในแผ่นงานที่ระบบเขียนขึ้น จึงไม่ใช่แหล่งคะแนน โปรดเลือกตารางคะแนนของหน่วยงาน`,
    empty: `ช่วง ${area} ไม่มีข้อมูล โปรดเลือกตั้งแต่หัวเรื่องจนถึงแถวสุดท้ายของตารางคะแนน`,
    noScore: `ช่วง ${area} ไม่มีตัวเลข 0–100 ที่เป็นคะแนนได้ เช่น ที่ ${said} โปรดเลือกให้ครอบคลุมช่องคะแนน หรือพิมพ์คะแนนเป็นตัวเลข`,
    noLabel: `ช่วง ${area} มีตัวเลขตั้งแต่ ${said} แต่ไม่มีข้อความบอกว่าเป็นคะแนนของอะไร โปรดเลือกให้ครอบคลุมชื่อตัวชี้วัดหรือรหัสข้อด้วย`,
    foreignLabels: `ข้อความที่ ${said} ไม่ใช่ชื่อตัวชี้วัดหรือรหัสข้อของ ITA โปรดพิมพ์ชื่อตัวชี้วัด เช่น «การปฏิบัติหน้าที่» หรือรหัสข้อ เช่น i1 e1 o1 ไว้หน้าคะแนน แล้วลองอีกครั้ง`,
    apart: `พบชื่อที่ ${said} แต่ในแถวนั้นไม่มีคะแนน โปรดให้ชื่อกับคะแนนอยู่ในแถวเดียวกัน หรือเลือกให้ครอบคลุมช่องคะแนน`,
    noHeading: `พบชื่อและตัวเลขในช่วง ${area} แต่ไม่ทราบว่าคอลัมน์ใดเป็นคะแนน โปรดให้หัวคอลัมน์เหนือ ${cell} เป็น «คะแนน» แล้วลองอีกครั้ง`,
  };
  return sentences[params['problem'] as AreaProblem];
};
