import type { FlowNode } from '../../lib/model/click-path.ts';
import { formatAddress } from '../format/format-address.ts';
import type { Text } from '../text.tsx';

/** What people call a place: its wizard step, its title, or else its address. */
export function placeName(
  node: Pick<FlowNode, 'identity' | 'wizardStep' | 'title' | 'address'>,
  text: Text,
): string {
  if (node.identity) return text('clickPath.identity');
  return node.wizardStep || node.title || formatAddress(node.address) || text('clickPath.unknownPlace');
}
