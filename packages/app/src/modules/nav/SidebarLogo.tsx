import { Link, useSidebarOpenState } from '@backstage/core-components';
import { SlipwayMark } from './SlipwayMark';
import styles from './SidebarLogo.module.css';

/** The mark, and the name beside it while the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  // The sidebar is dark in every theme, so its text has the dark theme's colour.
  return (
    <Link to="/" underline="none" aria-label="Slipway, home">
      <span className={styles.logo} data-theme-mode="dark">
        <SlipwayMark className={styles.mark} />
        {isOpen && <span className={styles.name}>Slipway</span>}
      </span>
    </Link>
  );
}
