import type { correct as english } from "./correct-strings";
import type { InAnyLanguage } from "./texts";

/** The words of corrections in Korean. */
export const correct: InAnyLanguage<typeof english> = {
  title: "이름 고치기",
  lead: "영상을 멈추고 화면에서 얼굴을 누르거나, 여기에서 얼굴 하나 또는 한 사람의 모든 등장 장면을 고르고 누구인지 알려 주세요. 몇 초 안에 영상 전체의 이름이 다시 정해지고, 링크를 가진 모두에게 보입니다.",
  onFrame: "지금 화면",
  noFaces: "지금 화면에는 얼굴이 없습니다.",
  everybody: "모든 등장 장면",
  face: (name) => `${name}, 이 장면`,
  all: (name, tracks) => `${name}, 장면 ${tracks}개`,
  who: (name) => `${name}: 누구인가요?`,
  whoAll: (name, tracks) =>
    tracks === 1 ? `${name}: 누구인가요?` : `${name}, 장면 ${tracks}개 모두: 누구인가요?`,
  is: (name) => `이 사람은 ${name}`,
  isNot: (name) => `${name} 아님`,
  nobody: "이 갤러리에 없는 사람",
  newName: "다른 사람",
  newNamePlaceholder: "이름",
  useName: "이 이름 쓰기",
  working: "이름을 다시 정하는 중…",
  slow: "평소보다 오래 걸립니다. 저절로 계속됩니다.",
  same: "그 밖에 바뀐 것은 없습니다.",
  change: (from, to, tracks) => `${from} → ${to} (장면 ${tracks}개)`,
  undo: "마지막 수정 되돌리기",
  older: "이름을 그려 넣은 MP4에는 아직 고치기 전의 이름이 있습니다.",
  draw: "다시 그리기",
};
