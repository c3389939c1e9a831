export interface Article {
  sku: string;
  price: number;
}
