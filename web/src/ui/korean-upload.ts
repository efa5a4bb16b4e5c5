import type { InAnyLanguage } from "./texts";
import type { upload as english, video as englishVideo } from "./upload-strings";

/** What upload-strings.ts says of choosing videos, in Korean. */
export const video: InAnyLanguage<typeof englishVideo> = {
  drop: "여기에 뮤직비디오를 놓으세요",
  choose: "영상 고르기",
  another: "다른 영상 더하기",
  remove: (file) => `${file} 빼기`,
  chosen: "고른 영상",
  several: (n) => `영상 ${n}개`,
  looking: "잠시만요. 영상을 살펴보는 중입니다.",
  limits: (kinds, size, length) =>
    `${kinds}, ${size}, ${length}까지. 여러 개를 한꺼번에 고르거나 붙여 넣을 수 있습니다.`,
  length: (seconds) => (seconds % 3600 === 0 ? `${seconds / 3600}시간` : `${Math.floor(seconds / 60)}분`),
  kinds: {
    picture: (file) => `“${file}”: 영상이 아니라 사진입니다. MP4, MOV, MKV 또는 WebM 파일을 고르세요.`,
    sound: (file) => `“${file}”: 소리만 있습니다. 영상 파일을 고르세요.`,
    otherVideo: (file) =>
      `“${file}”: 읽을 수 없는 형식의 영상입니다. MP4, MOV, MKV 또는 WebM으로 저장해 주세요.`,
    other: (file) => `“${file}”: 읽을 수 있는 영상이 아닙니다. MP4, MOV, MKV 또는 WebM 파일을 고르세요.`,
  },
  empty: (file) => `“${file}”: 빈 파일입니다. 아직 내려받는 중이었나요? 다른 파일을 고르세요.`,
  unreadable: (file) => `“${file}”: 읽을 수 없습니다. 옮기거나 바꾸었나요? 다시 골라 주세요.`,
  tooLarge: (file, most) =>
    `“${file}”: ${most}보다 큽니다. 더 작게(1080p면 충분합니다) 저장해서 다시 올려 주세요.`,
  tooLong: (file, most) => `“${file}”: ${most}보다 깁니다. 나누어 올려 주세요.`,
  tooManyPixels: (file, width, height) =>
    `“${file}”: ${width} × ${height} 픽셀로 너무 큽니다. 4K(3840 × 2160) 이하로 저장해 주세요.`,
  tooFewPixels: (file, width, height) =>
    `“${file}”: ${width} × ${height} 픽셀로 너무 작아 얼굴이 보이지 않습니다.`,
};

/** What upload-strings.ts says of uploads, in Korean. */
export const upload: InAnyLanguage<typeof english> = {
  title: "올리기",
  bar: (file) => `${file} 올리기`,
  states: {
    waiting: "차례를 기다리는 중",
    sending: "올리는 중",
    finishing: "모두 도착, 링크를 여는 중…",
    paused: "멈춤",
    broken: "끊김",
    lost: "파일을 다시 골라 주세요",
    done: "다 올림",
    gone: "없음",
  },
  amount: (done, all) => `${all} 중 ${done}`,
  speed: (speed) => `초당 ${speed}`,
  left: (time) => `약 ${time} 남음`,
  keepOpen: "올리는 동안 이 페이지를 열어 두세요. 닫았다면 나중에 돌아와서 이어 올릴 수 있습니다.",
  lost: (days) => `도착한 부분은 ${days}일 동안 남아 있습니다. 같은 파일을 고르면 거기부터 이어집니다.`,
  pause: "멈추기",
  pauseOf: (file) => `${file} 멈추기`,
  goOn: "계속하기",
  goOnOf: (file) => `${file} 계속하기`,
  again: "다시 시도",
  againOf: (file) => `다시 시도: ${file}`,
  chooseAgain: "파일 다시 고르기",
  chooseAgainOf: (file) => `파일 다시 고르기: ${file}`,
  open: "열기",
  openOf: (file) => `${file} 열기`,
  remove: (file) => `올리던 ${file} 삭제`,
  removeTitle: (file) => `올리던 ${file} 파일을 삭제할까요?`,
  removeText: "도착한 부분은 완전히 삭제됩니다. 가지고 있는 파일은 그대로 남습니다.",
  dismiss: (file) => `목록에서 ${file} 빼기`,
  removed: "삭제했습니다. 아무것도 남지 않았습니다.",
  arrived: (file) => `${file}: 다 올렸습니다.`,
  another: (chosen, wanted) =>
    chosen === wanted
      ? `이 “${chosen}” 파일은 처음 파일과 다르거나 그 뒤에 바뀌었습니다. 처음에 고른 파일을 고르거나 올리던 것을 삭제하세요.`
      : `“${chosen}”: 다른 파일입니다. “${wanted}” 파일을 고르거나 올리던 것을 삭제하세요.`,
  deleted: "올리던 것이 더는 없습니다. 영상을 새로 골라 주세요.",
  failed: "올리기가 끊겼습니다. 다시 시도하면 여기부터 이어집니다.",
};
