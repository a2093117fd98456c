import { Link, useSidebarOpenState } from '@backstage/core-components';
import { SlipwayMark } from './SlipwayMark';
import styles from './SidebarLogo.module.css';

/** The mark, and the name beside it while the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" className={styles.logo} aria-label="Home">
      <SlipwayMark className={styles.mark} />
      {isOpen && <span className={styles.name}>Slipway</span>}
    </Link>
  );
}
