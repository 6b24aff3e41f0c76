// Pictures as PNG, drawn in the browser from the SVG that the server gives: no second drawing, no second truth.

const SCALE = 2; // sharp on screens of twice the density, and in print

/** The picture at `address` as an element, at its own size. */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const source = (await answer.text()).trim();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  return [image, answer.headers.get("Content-Disposition")?.match(/filename="([^"]+)\.svg"/)?.[1] ?? "kewai"];
}

async function draw(address) {
  const [image, name] = await load(address);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  if (!blob) throw new Error(`${address}: too large to draw`);
  return [blob, name];
}

/** Gives the picture that `button` names as a file; what goes wrong is said where news are. */
export async function savePicture(button) {
  const news = document.getElementById("news");
  news.textContent = "";
  try {
    const [blob, name] = await draw(button.dataset.png);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch {
    news.textContent = button.dataset.failed;
    button.after(` ${button.dataset.failed}`);
  }
}
