/** The smaller parts of a page, each with the rule that it keeps. */
import { load } from "cheerio";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { dayName } from "@/domain/shared/dayName";
import { EvidenceKey } from "@/site/EvidenceKey";
import { FigureCard, type FigureViews } from "@/site/FigureCard";
import { Crumbs, Neighbours, Tabs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageFrame } from "@/site/PageFrame";
import { SECTIONS } from "@/site/sections";
import { Sentence } from "@/site/Sentence";
import { StatBlock } from "@/site/StatBlock";
import { nextTheme, THEME_SCRIPT } from "@/site/theme";
import { ThinMark } from "@/site/marks";

const draw = (element: ReactElement) => load(renderToStaticMarkup(element));

describe("a page's frame", () => {
  const $ = draw(
    <PageFrame current="map" version={{ id: "3f9c2a1b", date: "2026-11-18", changedOn: "2026-11-20" }}>
      <h1>Map</h1>
    </PageFrame>,
  );

  test("its first link leads past the navigation to the content", () => {
    const first = $("a").first().attr("href") ?? "";
    expect($(`main${first}`).length).toBe(1);
  });

  test("has all sections, and marks the current one alone", () => {
    expect($("header nav a").length).toBe(SECTIONS.length);
    expect($("header [aria-current=page]").text()).toBe("Map");
  });

  test("names the data version with its date, and both licences", () => {
    const foot = $("footer").text();
    expect(foot).toContain("20 November 2026");
    expect(foot).toContain("3f9c2a1b");
    expect(foot).toContain("CC BY 4.0");
    expect(foot).toContain("MIT");
  });

  test("a page outside the sections marks none", () => {
    expect(draw(<PageFrame current={null}>text</PageFrame>)("[aria-current]").length).toBe(0);
  });
});

describe("a large figure", () => {
  test("bears its evidence as a word and its unit", () => {
    const $ = draw(
      <StatBlock label="Sold" cell={{ kind: "value", plain: "475", text: "475", evidence: "derived", sources: [] }} unit="BTC" />,
    );
    expect($(".stat").text()).toBe("Soldderived475BTC");
  });

  test("that is missing is its reason, without unit or digit", () => {
    const $ = draw(<StatBlock label="Sold" cell={{ kind: "missing", reason: "quarterOnly", text: "quarter only" }} unit="BTC" />);
    expect($(".stat").text()).toBe("Soldquarter only");
  });
});

describe("a figure card", () => {
  const card = (views?: FigureViews) =>
    draw(
      <FigureCard id="pooled" title="Sell-through" {...(views && { views })} downloads={[{ label: "CSV", href: "/pooled.csv" }]}>
        <svg />
      </FigureCard>,
    );

  test("has an address of its own and is named by its title", () => {
    const $ = card();
    expect($("section#pooled").attr("aria-labelledby")).toBe($("h2").attr("id"));
    expect($("h2 a").attr("href")).toBe("#pooled");
  });

  test("offers a switch only when there is a table to switch to, as two links of which one is current: to the table’s page, or with a script to this one", () => {
    expect(card()(".switch").length).toBe(0);
    const $ = card({ chart: "?#pooled", table: "?tables=pooled#pooled", tablePage: "/tables/pooled", shown: "chart" });
    expect($(".switch a[aria-current]").text()).toBe("Chart");
    expect($(".switch a:not([aria-current])").attr()).toMatchObject({ href: "/tables/pooled", "data-place": "?tables=pooled#pooled" });
  });

  test("says for a download what it is a download of", () => {
    expect(card()(".takeaway a").attr("aria-label")).toBe("CSV: Sell-through");
  });
});

describe("words", () => {
  test("the key explains each level in words, beside its mark and, where charts are read, its texture", () => {
    const $ = draw(<EvidenceKey />);
    expect([$("li").length, $(".ev").length, $(".swatch").length]).toEqual([4, 4, 3]);
    for (const word of ["reported", "derived", "by policy", "second-hand"]) expect($("ul").text()).toContain(word);
    expect(draw(<EvidenceKey as="marks" />)(".swatch").length).toBe(0);
  });

  test("a thin figure says so in words", () => {
    expect(draw(<ThinMark coverage="4 companies" />)(".thin").text()).toBe("thin: 4 companies");
  });

  test("a sentence keeps its words and links its figures", () => {
    const $ = draw(<Sentence parts={[{ text: "Miners sold " }, { text: "475 BTC", href: "/f" }, { text: "." }]} />);
    expect($("p").text()).toBe("Miners sold 475 BTC.");
    expect($("a").text()).toBe("475 BTC");
  });

  test("an empty view names its filter and offers the way out", () => {
    const $ = draw(<EmptyState sentence="No company listed on NYSE has figures for March 2025." clearHref="/months/2025-03" />);
    expect($("p").first().text()).toContain("NYSE");
    expect($("a").attr("href")).toBe("/months/2025-03");
  });

  test.each([
    ["2025-05-05", "5 May 2025"],
    ["2024-02-29", "29 February 2024"],
    ["undated", "undated"],
  ])("the day %s reads %s", (day, text) => {
    expect(dayName(day)).toBe(text);
  });
});

describe("ways through the site", () => {
  test("crumbs and tabs mark where the reader is", () => {
    expect(draw(<Crumbs places={[{ label: "Months", href: "/months" }]} here="March 2025" />)("[aria-current=page]").text()).toBe(
      "March 2025",
    );
    const tabs = draw(
      <Tabs
        label="Views"
        tabs={[
          { label: "Report", href: "/r", current: false },
          { label: "Press", href: "/p", current: true },
        ]}
      />,
    );
    expect(tabs("[aria-current=page]").text()).toBe("Press");
  });

  test("the first month has no way back", () => {
    const $ = draw(<Neighbours next={{ label: "February 2021", href: "/months/2021-02" }} />);
    expect(
      $("a")
        .map((_, a) => $(a).attr("rel"))
        .get(),
    ).toEqual(["next"]);
  });
});

describe("the theme", () => {
  test("the switch goes from the system's scheme through light and dark and back", () => {
    expect([nextTheme("system"), nextTheme("light"), nextTheme("dark")]).toEqual(["light", "dark", "system"]);
  });

  /** Runs the script of <head> against a browser's storage; gives the attributes that <html> has then. */
  const run = (storage: { getItem: (key: string) => string | null }): Map<string, string> => {
    const attributes = new Map<string, string>();
    const root = { setAttribute: (name: string, text: string) => attributes.set(name, text) };
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- the text is what browsers run
    new Function("document", "localStorage", THEME_SCRIPT)({ documentElement: root }, storage);
    return attributes;
  };

  test("a kept choice is set before the first paint; anything else leaves it to the system", () => {
    expect(run({ getItem: () => "dark" }).get("data-theme")).toBe("dark");
    expect(run({ getItem: () => null }).has("data-theme")).toBe(false);
    expect(run({ getItem: () => "<script>" }).has("data-theme")).toBe(false);
  });

  test("refused storage leaves the page whole", () => {
    const refuse = () => {
      throw new Error("SecurityError");
    };
    expect([...run({ getItem: refuse })]).toEqual([["data-script", ""]]);
  });
});
