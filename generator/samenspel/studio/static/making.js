// How far a job is, asked for while it runs.
const PAUSE = 700; // milliseconds
const job = document.getElementById("job");

async function follow() {
  while (job.dataset.state === "running") {
    await new Promise((go) => setTimeout(go, PAUSE));
    const answer = await fetch(job.dataset.from).catch(() => null);
    if (!answer?.ok) continue;
    const now = answer.headers.get("X-State");
    const text = await answer.text();
    if (now !== "running") {
      location.reload();
      return;
    }
    if (job.innerHTML !== text && !job.contains(document.activeElement)) job.innerHTML = text;
  }
}

follow();
