import type { collect as english } from "./collect-strings";
import type { InAnyLanguage } from "./texts";

/** The words of faces that become pictures of a gallery, in Korean. */
export const collect: InAnyLanguage<typeof english> = {
  open: "얼굴을 갤러리에 추가",
  openOf: (name) => `${name}의 얼굴을 갤러리에 추가`,
  notYours:
    "여기에서는 이 영상의 얼굴을 갤러리에 추가할 수 없습니다. 이 영상의 갤러리가 삭제되었거나, 이 브라우저에서 만든 것이 아닙니다.",
  title: "얼굴을 갤러리에 추가",
  lead: (who, gallery) =>
    `갤러리 ${gallery}에 넣을 이 영상 속 ${who}의 얼굴입니다. 한 사람이 또렷하게 보이는 것을 고르세요. 직접 올린 사진과 똑같이 검사합니다.`,
  who: "누구인가요?",
  newPerson: "새로운 사람",
  newName: "새로운 사람의 이름",
  faces: "추가할 얼굴",
  face: (at, height) => `${at}의 얼굴, 높이 ${height}픽셀`,
  there: "이미 갤러리에 있음",
  taken: "추가됨",
  cutting: "얼굴을 잘라 내는 중…",
  tooSmall: (n) => `장면 ${n}개는 얼굴이 갤러리에 쓰기에 너무 작아 뺐습니다.`,
  unusable: (n) => `장면 ${n}개는 다른 얼굴과 너무 가깝거나, 화면 끝에서 잘렸거나, 너무 짧아 뺐습니다.`,
  none: "여기에는 갤러리에 쓸 수 있는 얼굴이 없습니다.",
  unplayable:
    "이 브라우저가 원본 파일을 읽지 못해 얼굴을 잘라 낼 수 없습니다. 다시 해 보거나 다른 브라우저를 쓰세요.",
  add: (n) => (n === 0 ? "얼굴 추가" : `얼굴 ${n}개 추가`),
  needsName: "누구인지 알려 주세요.",
  needsFace: "얼굴을 고르세요.",
  sending: (done, all) => `추가하고 검사하는 중: ${all}개 중 ${done}개…`,
  added: (n, name, all) => `${name}의 얼굴 ${n}개를 추가했습니다. 이제 쓸 수 있는 사진이 ${all}장입니다.`,
  noneAdded: "추가된 얼굴이 없습니다.",
  refused: (n) => `${n}개는 옆에 적힌 이유로 쓸 수 없습니다.`,
  failed: (n) => `${n}개는 도착하지 못했습니다. 다시 시도하세요.`,
  wait: "잠시만요. 사진을 보내는 중입니다.",
  anew: "이 영상의 이름 다시 정하기",
  anewHint: "더 커진 갤러리로, 몇 초면 됩니다.",
  fromVideos: "또는 이 갤러리로 이름을 정한 영상에서 얼굴을 고르세요:",
  cancel: "취소",
  close: "닫기",
};
