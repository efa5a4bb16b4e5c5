import type { fancam as english } from "./fancam-strings";
import type { InAnyLanguage } from "./texts";

/** The words of fancams in Korean. */
export const fancam: InAnyLanguage<typeof english> = {
  title: "직캠",
  lead: "같은 영상을 세로로, 한 사람만 계속 따라가며 보여 줍니다.",
  shared: "이 영상으로 만든 직캠입니다. 세로 화면으로 한 사람만 따라갑니다.",
  make: "직캠 만들기",
  makeOf: (name) => `직캠 만들기: ${name}`,
  asking: "요청하는 중…",
  working: (done, all) => `만드는 중: ${all}개 중 ${done}개`,
  progress: (name) => `${name} 직캠`,
  stop: "그만두기",
  stopOf: (name) => `그만두기: ${name} 직캠`,
  stopped: "직캠을 만들지 않습니다.",
  made: (name) => `${name} 직캠이 완성되었습니다.`,
  watch: "보기",
  watchOf: (name) => `보기: ${name} 직캠`,
  save: "MP4 저장",
  saveOf: (name) => `MP4 저장: ${name} 직캠`,
  player: (name) => `${name} 직캠`,
  older: "마지막으로 고치기 전의 이름으로 만든 직캠입니다.",
  again: "다시 만들기",
  againOf: (name) => `다시 만들기: ${name} 직캠`,
  failed: "만들지 못했습니다.",
  remove: "삭제",
  removeOf: (name) => `삭제: ${name} 직캠`,
  removeTitle: (name) => `${name} 직캠을 삭제할까요?`,
  removeText: "링크가 있는 모든 사람에게서 바로 사라집니다. 다시 만들 수 있습니다.",
  removed: "직캠을 삭제했습니다.",
  unplayable: "이 브라우저에서는 재생할 수 없습니다. MP4를 저장하세요.",
};
