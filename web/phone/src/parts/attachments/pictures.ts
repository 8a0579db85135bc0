// The photo and the sticker people send here, drawn on the spot: a made-up identity card and a sun.

type Draw = (pen: CanvasRenderingContext2D) => void;

// A PNG in base64; empty where there is no canvas.
function png(width: number, height: number, draw: Draw): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  draw(pen);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

export function drawCard(): string {
  return png(320, 200, (pen) => {
    pen.fillStyle = '#cfe0f2';
    pen.fillRect(0, 0, 320, 200);
    pen.fillStyle = '#46409a';
    pen.font = '600 18px sans-serif';
    pen.fillText('CONTOH KARTU', 20, 36);
    pen.fillRect(220, 56, 80, 100);
    pen.fillStyle = '#8f8bb8';
    for (const [row, width] of [150, 170, 120, 160].entries()) {
      pen.fillRect(20, 64 + row * 26, width, 10);
    }
    pen.fillStyle = '#f2d3b4';
    pen.beginPath();
    pen.arc(260, 96, 20, 0, 2 * Math.PI);
    pen.arc(260, 156, 32, Math.PI, 2 * Math.PI);
    pen.fill();
  });
}

export function drawSticker(): string {
  return png(160, 160, (pen) => {
    pen.translate(80, 80);
    pen.strokeStyle = '#d08a10';
    pen.lineWidth = 8;
    pen.lineCap = 'round';
    for (let ray = 0; ray < 8; ray += 1) {
      pen.rotate(Math.PI / 4);
      pen.beginPath();
      pen.moveTo(54, 0);
      pen.lineTo(70, 0);
      pen.stroke();
    }
    pen.fillStyle = '#f2b84b';
    pen.beginPath();
    pen.arc(0, 0, 42, 0, 2 * Math.PI);
    pen.fill();
  });
}
