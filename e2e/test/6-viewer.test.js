import assert from "node:assert/strict";
import { eventually } from "../harness/eventually.js";
import { acmeWithProject, picturesShown } from "../harness/lots.js";
import { pictures } from "../harness/pictures.js";
import { scenario } from "../harness/stage.js";

const CATALOG = { CLASSIFICATION: { categories: [{ name: "day" }, { name: "night" }] }, BOX2D: { categories: [{ name: "car" }, { name: "van" }] } };

const at = (...numbers) => Array.from({ length: numbers.length / 2 }, (_, index) => ({ x: numbers[2 * index], y: numbers[2 * index + 1] }));

/** One label of each kind that is drawn, one that is read, and two that are shown as they are stored. */
const SHAPES = {
  POLYGON: [{ polygon: at(40, 300, 200, 260, 240, 380, 60, 390), category: "kerb", attributes: { wet: true } }],
  MULTI_POLYGON: [{ multiPolygon: [at(300, 40, 360, 40, 330, 90), at(380, 40, 440, 40, 410, 90)], category: "sign" }],
  POLYLINE2D: [{ polyline2d: at(20, 200, 300, 220, 620, 190), category: "lane" }],
  MULTI_POLYLINE2D: [{ multiPolyline2d: [at(20, 240, 120, 245), at(160, 247, 260, 250)], category: "lane" }],
  KEYPOINTS2D: [{ keypoints2d: [{ x: 500, y: 300, v: 2 }, { x: 520, y: 330, v: 1 }, { x: 0, y: 0, v: 0 }], category: "person" }],
  SENTENCE: [{ sentence: [{ text: "A wet kerb" }, { text: "below two signs." }] }],
  RLE: [{ rle: [10, 20, 30], category: "puddle" }],
  BOX3D: [{ box3d: { translation: { x: 0, y: 0, z: 0 }, rotation: { w: 1, x: 0, y: 0, z: 0 }, size: { x: 1, y: 1, z: 1 } } }],
};

scenario("The viewer draws boxes where they are, names the class, leads on by keys, zooms", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "viewer");
  const drawn = await pictures(["a.jpg", "b.png", "c.jpg"].map((path) => ({ path, width: 640, height: 400, cars: 3 })));
  const files = drawn.map((file, index) => ({
    ...file,
    labels: {
      CLASSIFICATION: { category: index === 1 ? "night" : "day", attributes: {} },
      BOX2D: file.boxes.map((box2d, car) => ({ box2d, category: car === 2 ? "van" : "car", attributes: {} })),
    },
  }));
  const dataset = await world.dataset(owner, project, "Harbour car park", files, { catalog: CATALOG, description: "Cars on the quays, seen from the crane." });
  await olga.go(`/${workspace}/datasets/${dataset.id}`);
  await olga.page.getByText("3 boxes · day").first().waitFor();
  await picturesShown(olga, 3);
  await olga.shoot("dataset");
  await olga.link(/^a\.jpg/).click();
  await olga.heading("a.jpg").waitFor();
  const picture = olga.page.getByRole("img", { name: "Picture with 3 drawn labels" });
  await picture.waitFor();
  await drawnAt(olga, files[0]);
  await olga.page.getByRole("complementary").getByText("day", { exact: true }).waitFor();
  await olga.shoot("viewer");

  await olga.button(/^car/).click();
  await olga.page.getByRole("img", { name: "Picture with 1 drawn label" }).waitFor();
  await olga.button(/^car/).click();
  await picture.waitFor();

  await olga.page.keyboard.press("ArrowRight");
  await olga.heading("b.png").waitFor();
  await olga.page.getByRole("complementary").getByText("night", { exact: true }).waitFor();
  await drawnAt(olga, files[1]);
  await olga.page.keyboard.press("ArrowLeft");
  await olga.heading("a.jpg").waitFor();
  assert.ok(await olga.button("Previous item").isDisabled());
  await drawnAt(olga, files[0]);
  const whole = await picture.getAttribute("viewBox");
  await olga.page.keyboard.press("+");
  await eventually(async () => assert.notEqual(await picture.getAttribute("viewBox"), whole));
  await olga.page.keyboard.press("0");
  await eventually(async () => assert.equal(await picture.getAttribute("viewBox"), whole));
  await olga.link("Back to the folder").click();
  await olga.heading("Harbour car park").waitFor();
  await olga.link("Details").click();
  await olga.sees("Boxes");
  await olga.page.getByText("van", { exact: true }).waitFor();
  await olga.shoot("dataset-details");
});

/** The boxes on the screen lie on the picture where the labels say. */
async function drawnAt(visitor, { boxes }) {
  await eventually(async () => {
    const paths = await visitor.page.locator('svg g[data-type="BOX2D"] path[fill-opacity]').evaluateAll((all) => all.map((path) => path.getAttribute("d")));
    assert.deepEqual(paths, boxes.map(({ xmin, ymin, xmax, ymax }) => `M${xmin} ${ymin} L${xmax} ${ymin} L${xmax} ${ymax} L${xmin} ${ymax} Z`));
  });
  assert.equal(await visitor.page.locator("svg image").count(), 1);
}

scenario("Every shape is drawn, sentences are read, the rest stands as it is stored", async (stage) => {
  const { world, owner, workspace, project, olga } = await acmeWithProject(stage, "shapes");
  const [picture] = await pictures([{ path: "a.jpg", width: 640, height: 400, cars: 2 }]);
  const catalog = Object.fromEntries(Object.keys(SHAPES).map((type) => [type, {}]));
  const text = { path: "notes.txt", bytes: Buffer.from("The crane was moved <b>twice</b>.\n"), type: "text/plain" };
  const dataset = await world.dataset(owner, project, "Kerbs", [{ ...picture, labels: SHAPES }, text], { catalog });
  await olga.go(`/${workspace}/datasets/${dataset.id}/item?ref=main&path=a.jpg`);
  await olga.page.getByRole("img", { name: "Picture with 5 drawn labels" }).waitFor();
  const drawn = await olga.page.locator("svg g[data-type]").evaluateAll((all) => all.map(({ dataset }) => `${dataset.type} ${dataset.category}`));
  assert.deepEqual(drawn, ["POLYGON kerb", "MULTI_POLYGON sign", "POLYLINE2D lane", "MULTI_POLYLINE2D lane", "KEYPOINTS2D person"]);
  assert.equal(await olga.page.locator('g[data-type="KEYPOINTS2D"] circle').count(), 2);
  await olga.sees("A wet kerb below two signs.");
  await olga.page.getByText("Run-length masks (1)").click();
  await olga.page.getByLabel("Run-length masks as stored").getByText('"puddle"').waitFor();
  await olga.shoot("viewer-shapes");
  await olga.page.getByRole("complementary").getByRole("button", { name: /^kerb/ }).click();
  await olga.page.getByRole("img", { name: "Picture with 4 drawn labels" }).waitFor();

  await olga.button("Next item").click();
  await olga.heading("notes.txt").waitFor();
  await olga.sees("The crane was moved <b>twice</b>.");
  await olga.shoot("viewer-text");

  await olga.go(`/${workspace}/datasets/${dataset.id}/details`);
  await olga.page.getByText("wet", { exact: true }).waitFor();
  await olga.page.getByText("true", { exact: true }).waitFor();
  await olga.shoot("label-figures");
});
