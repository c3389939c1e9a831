import { Component } from 'react';
import { useCurrency } from './currency.js';

export class Price extends Component {
  render() {
    const currency = useCurrency();
    return (
      <p>
        {this.props.amount} {currency}
      </p>
    );
  }
}
