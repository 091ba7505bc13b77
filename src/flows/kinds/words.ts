/** What becomes of an account that somebody else made. */
export const joinsInventory = "When the request is done, it is in the bot's inventory.";
