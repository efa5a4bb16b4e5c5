import type { shared as english } from "./shared-strings";
import type { InAnyLanguage } from "./texts";

/** The words of galleries' share links in Korean. */
export const shared: InAnyLanguage<typeof english> = {
  over: "이 링크는 더 이상 열리지 않습니다. 새 링크를 받아 주세요.",

  section: "갤러리 공유",
  lead: "링크를 받은 사람은 모든 사람과 사진을 보고 자기 영상에서 찾을 수 있습니다. 고치는 것은 나만 할 수 있습니다.",
  make: "링크 만들기",
  link: "이 갤러리의 링크",
  copy: "링크 복사",
  copied: "링크를 복사했습니다",
  copyFailed: "선택된 링크를 직접 복사하세요.",
  ends: (date) => `${date}까지 열립니다.`,
  renew: "새 링크",
  renewTitle: "이 갤러리의 링크를 새로 만들까요?",
  renewText: "지금 링크는 받은 모든 사람에게서 바로 열리지 않게 됩니다.",
  renewed: "새 링크를 만들었습니다.",
  stop: "공유 그만하기",
  stopTitle: "이 갤러리의 공유를 그만할까요?",
  stopText: "링크는 받은 모든 사람에게서 바로 열리지 않게 됩니다. 이미 시작한 영상은 계속됩니다.",
  stopped: "이제 공유하지 않습니다.",

  title: (name) => `갤러리 ${name}`,
  kicker: "공유받은 갤러리",
  facts: (people, pictures) => `${people}명 · 사진 ${pictures}장`,
  until: (date) => `이 링크는 ${date}까지 열립니다.`,
  use: "이 갤러리 쓰기",
  useHint: "내 영상에서 이 사람들을 찾습니다. 이 브라우저가 갤러리를 기억합니다.",
  copyIt: "내 갤러리로 복사",
  copyHint: "복사한 갤러리는 마음대로 고칠 수 있고, 링크가 끝나도 남습니다.",
  copying: "복사하는 중…",
  copiedIt: (name) => `${name} 갤러리를 복사했습니다. 이제 내 갤러리입니다.`,
  unfinished: "복사가 끝나지 않았습니다. 링크를 열고 다시 복사하세요.",
  loading: "갤러리를 여는 중…",
  pictures: (name) => `${name}의 사진`,
  picture: (name, file) => `${name} 사진: ${file}`,
  empty: "아직 아무도 없습니다.",
  noPictures: "아직 사진이 없습니다.",
  advice: "더 좋아지려면",
  nowhereTitle: "여기에는 갤러리가 없습니다",
  nowhereText:
    "링크가 잘렸거나 기한이 지났거나, 만든 사람이 공유를 그만두었을 수 있습니다. 새 링크를 받아 주세요.",
};
