import { App } from 'cdk8s';
import { SonataFlowGraph } from 'cdk8s-sonataflow';
import { OrderProcessingChart } from '../../examples/order-processing/chart';

const app = new App();
new OrderProcessingChart(app, 'order-processing', { namespace: 'orders' });

export const wiring = SonataFlowGraph.of(app);
export const picture = wiring.toMermaid();
