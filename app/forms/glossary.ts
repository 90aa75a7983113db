/** The field's terms in its own words, where a form asks for them: by the path of the field's rule. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  "/provisions/*/kind":
    "An existing contract runs today, bridging goes on between two contracts, a lot is part of a new contract, a devolved grant is passed on to others, a local service is what a district pays by itself.",
  "/provisions/*/certainty":
    "Months that rest on something not confirmed are shown as unconfirmed, not as covered.",
  "/provisions/*/noticeMonths": "How long before its end the contract has to be given notice.",
  "/provisions/*/price/premiumPercent": "What a short or uncertain contract costs on top of its price.",
  "/provisions/*/price/index": "The price rises by its rate on 1 April of each year.",
  "/provisions/*/price/firstUplift": "The first day on which the price may rise; before it the price stays.",
  "/provisions/*/price/upliftFloor": "The price rises by at least this, whatever the index says.",
  "/provisions/*/price/upliftCap": "The price rises by at most this, whatever the index says.",
  "/provisions/*/funding/#/rest": "This source pays what the lines before it leave. Only one can.",
  "/provisions/*/framework": "A local service inside the framework follows the shared standards and reports.",
  "/fundingSources/*/certainty":
    "Confirmed: decided and in a budget. Indicative: said but not decided. At risk: it may not come.",
  "/fundingSources/*/carryForward": "Without this, what is not used in its financial year lapses.",
  "/contributions/*/pot/annual":
    "What the round asks of all members together in a year, before anybody declines.",
  "/contributions/*/share/minimum": "The floor: no member that pays B pays less in a year.",
  "/contributions/*/share/maximum": "The cap: no member pays more in a year.",
  "/contributions/*/capacity/access": "Whose residents may use what the pot buys when somebody declines.",
  "/contributions/*/members/*/choice":
    "A buys units at a price, B pays a proportionate share of the pot, C joins the framework only.",
  "/demand/*/baseYear": "The financial year that the figure was counted in; growth starts from it.",
  "/demand/*/leavingPercent": "Of those waiting, how many give up in a month.",
  "/activities/*/queue": "Whether people who find no place wait, or are turned away.",
  "/activities/*/statutory": "Statutory duties are paid before everything else where money is short.",
  "/horizon/end": "Nothing after it is counted.",
};
