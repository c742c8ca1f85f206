// What a colour prints as, said while somebody points at it.
for (const form of document.querySelectorAll("form[data-ink]")) {
  const picker = form.querySelector("input[type=color]");
  let busy = false, asked = picker.value;
  picker.addEventListener("input", async () => {
    if (busy) return;
    busy = true;
    while (asked !== picker.value) {
      asked = picker.value;
      const values = new URLSearchParams({ name: form.elements.name.value, value: asked });
      const answer = await fetch(form.dataset.ink, { method: "POST", body: values }).catch(() => null);
      if (answer?.ok) form.querySelector(".ink").innerHTML = (await answer.json()).told;
    }
    busy = false;
  });
}
