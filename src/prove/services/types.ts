export type PreparedService = {
  id: string;
  /** Of the server. */
  version: string;
};
