import BatteryFull from 'lucide-react/icons/battery-full';
import Signal from 'lucide-react/icons/signal';
import Wifi from 'lucide-react/icons/wifi';
import WifiOff from 'lucide-react/icons/wifi-off';
import { useMessages, useSimulator } from '../context.ts';
import { timeOfDay } from '../lib/time.ts';
import { useNow } from '../lib/use-now.ts';

/** The phone's own bar: its time is the simulator's virtual time. */
export function StatusBar() {
  const m = useMessages();
  const { device } = useSimulator('device');
  const now = useNow();
  const { networkType } = device.view;
  const Network = networkType === 'WIFI' ? Wifi : networkType === '4G' ? Signal : WifiOff;
  return (
    <div className="flex h-7 shrink-0 items-center justify-between bg-surface px-5 text-xs font-semibold">
      <span className="tabular">{timeOfDay(now).slice(0, 5)}</span>
      <span className="flex items-center gap-1.5 [&_svg]:size-3.5">
        <Network role="img" aria-label={m.device.network[networkType]} />
        <BatteryFull aria-hidden />
      </span>
    </div>
  );
}
