// What people at Fjord & Polder sell, say and write. Everything in the stories is put together from here.

export const DEALS = [
  "Winter workwear",
  "Frame contract gloves",
  "Fall protection refit",
  "Safety shoes, new hires",
  "Hi-vis jackets",
  "First-aid stations",
  "Cleanroom coveralls",
  "Welding helmets",
  "Hearing protection trial",
  "Laundry service, 24 months",
  "Eye wash stations",
  "Rain gear for the dock crew",
  "Cut-resistant sleeves",
  "Respirator fit testing",
  "Chef's wear renewal",
  "Lone-worker alarms",
  "Flame-resistant overalls",
  "Spill kits, three sites",
] as const;

export const PROBLEMS = [
  "Zips break after two washes",
  "Wrong sizes in delivery",
  "Invoice shows the old address",
  "Cannot log in to the order portal",
  "Gloves out of stock since Monday",
  "Logo embroidered on the wrong side",
  "Return label does not scan",
  "Helmet visor arrived cracked",
  "Delivery note lists 12, box holds 10",
  "Certificate for harness batch missing",
  "VAT number rejected at checkout",
  "Reflective strip comes loose",
  "Carrier left boxes at the gate",
  "Two invoices for one order",
  "Safety data sheet only in Swedish",
  "Order confirmation never arrived",
] as const;

/** What customers ask, and how they begin. */
export const QUESTIONS = [
  ["Do the shoes run small?", "Half of our crew wears 44 in other brands. Should we order one size up?"],
  ["Delivery before the holidays?", "We close for two weeks and would like to have everything on site before."],
  [
    "Can we split the order over two sites?",
    "Thirty sets for the quay, twelve for the office. One invoice would be fine.",
  ],
  ["Which glove for handling brine?", "Ours go stiff below minus ten, and the crew takes them off."],
  ["Embroidery on 40 jackets", "Our logo in white on the left side, names on the right. What does that add?"],
  ["Change of delivery address", "We moved to the new hall last week. Can the Thursday parcel still be sent there?"],
  ["Is the harness inspection included?", "The quote lists twelve harnesses, but says nothing of the yearly check."],
  ["Return of unworn trousers", "Eight pairs came in the wrong length. They are still in their bags."],
  ["Quote for a second shift", "From next month on we run two shifts: the same set for 22 more people."],
  ["Invoice per cost centre", "Our auditor wants workshop and yard apart. Is that possible from this month on?"],
  ["Sample of the new fleece", "May we try one in M and one in XL before we decide?"],
  ["Replacement for a discontinued helmet", "The old one fits our visors. Does the new model, too?"],
] as const;

export const CUSTOMER_LINES = [
  "Could you confirm the delivery date? Our new people start on the first.",
  "The size chart says 44 is 10, but the box says 9.5. Which is right?",
  "Thanks, that works for us. Please send the revised quote to our purchasing desk.",
  "We still miss two of the five parcels. The carrier says they were never scanned.",
  "Is there any chance to get them by Thursday? We would collect them in Rotterdam.",
  "Our safety officer asks for the EN 388 certificate before we can sign.",
  "The jackets are great. Can we have the same in navy, with our logo on the back?",
  "We were charged freight twice on the last invoice, could you look into that?",
  "Please hold the order until our budget meeting on Tuesday.",
  "Can you move us to monthly invoices? Bookkeeping keeps asking.",
  "One of the visors arrived scratched. I attached a photo.",
  "We need 15 more in XL, same delivery if possible.",
] as const;

/** `NAME` becomes the first name of whoever is mentioned. */
export const MENTIONS = [
  "@NAME can you check the margin before I send this out?",
  "@NAME they asked for you by name, could you call them back today?",
  "@NAME do we still honour last year's price list here?",
  "@NAME I promised an answer by tomorrow noon. Is the stock in Göteborg enough?",
  "@NAME you know this customer best: push now, or wait for their budget round?",
  "@NAME could you attach the EN ISO 20345 certificates? They want them in the offer.",
  "@NAME heads-up, their contact is on leave until Monday. I wrote to the plant manager instead.",
  "@NAME the credit check came back fine, you can go ahead.",
  "@NAME please double-check the delivery address, it changed twice this week.",
  "@NAME third complaint about this batch. Do we pull it?",
  "@NAME nice work on this one. Can you share the deck with the team?",
  "@NAME freight is missing in version 3. Can you add it and resend?",
] as const;

export const COMMENTS = [
  "Spoke to them this morning: the order stands, but they want it split in two deliveries.",
  "They compare us with a cheaper import. Service and fit testing are what win this.",
  "Sample box arrived, and the crew likes the lighter boot. Price is still open.",
  "Waiting for their safety officer. Nothing to do before Wednesday.",
  "Agreed on 30 days and free embroidery above 100 pieces.",
  "Warehouse confirms 480 in stock, the remaining 120 arrive next week.",
  "Replaced free of charge, supplier credits us.",
  "They would sign today if we hold the price until the end of the quarter.",
  "Called twice, left a message. I will try their mobile tomorrow at eight.",
  "Looks good to me. Let us use this layout for the other sites too.",
  "Photo shows a clean tear along the seam: that is a production fault, not wear.",
  "Moved to the Thursday truck, customer informed.",
] as const;

export const SURVEY_LINES = [
  "Quick and friendly answer, solved in one call.",
  "It took three mails to get the right size. The person was nice, though.",
  "Great that somebody rang back within the hour.",
  "The portal is confusing, but support helped at once.",
  "Deliveries have been on time for a year. Keep it up.",
  "I would like to see stock levels before ordering.",
] as const;

export const DEAL_STAGES = ["Qualified", "Needs mapped", "Quote sent", "Negotiation", "Contract sent"] as const;

export const TASKS = [
  "Call back about sizes",
  "Send the revised quote",
  "Book the fit-testing van",
  "Check credit limit",
  "Prepare the quarterly review",
  "Collect the sample box",
  "Renew the frame contract",
  "Send harness certificates",
  "Confirm delivery slot",
  "Follow up on the survey",
] as const;
