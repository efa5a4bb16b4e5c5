import type { InAnyLanguage } from "./texts";
import type { zip as english } from "./zip-strings";

/** The words of galleries as zips in Korean. */
export const zip: InAnyLanguage<typeof english> = {
  choose: "ZIP 파일 고르기",
  hint: "그런 폴더가 담긴 ZIP 파일도 됩니다.",
  opening: (file) => `${file} 여는 중…`,
  damaged: (file) =>
    `‘${file}’ 파일이 손상되었거나 ZIP 파일이 아닙니다. 다시 압축하거나, 압축을 풀어 폴더를 고르세요.`,
  encrypted: (file) =>
    `‘${file}’ 파일에 암호가 걸려 있습니다. 압축을 풀어 폴더를 고르거나, 암호 없이 다시 압축하세요.`,
  unusual: (file) =>
    `‘${file}’ 파일의 압축 방식은 여기에서 읽을 수 없습니다. 일반 ZIP으로 다시 압축하거나, 압축을 풀어 폴더를 고르세요.`,
  tooLarge: (file, most) =>
    `‘${file}’ 파일의 내용이 ${most}를 넘습니다. 갤러리에는 그만큼 필요하지 않으니 나누어 고르거나 사진을 줄이세요.`,
  tooMany: (file, most) =>
    `‘${file}’ 파일에 든 파일이 ${most}개를 넘습니다. 나누어 고르거나 사진을 줄이세요.`,
  empty: (file) =>
    `‘${file}’ 파일에 사진이 없습니다. 사람마다 폴더가 하나씩 있고 그 안에 JPEG, PNG, WebP 사진이 있어야 합니다.`,
  save: "ZIP으로 내려받기",
  saving: "사진 묶기",
  packed: (done, all) => `사진 ${all}장 중 ${done}장을 묶었습니다`,
  saved: (pictures) => `사진 ${pictures}장을 ZIP 파일로 묶었습니다.`,
  waiting: (n) => `아직 확인 중인 사진 ${n}장은 들어 있지 않습니다.`,
  stop: "그만 묶기",
  nothing: "아직 묶을 사진이 없습니다.",
  failed: "사진을 모두 가져오지 못했습니다. 연결을 확인하고 다시 시도하세요.",
  tooMuch: (most) => `사진이 모두 ${most}를 넘어 ZIP 파일 하나에 담을 수 없습니다. 큰 사진을 먼저 지우세요.`,
};
