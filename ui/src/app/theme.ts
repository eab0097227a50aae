import {
  Alert,
  Button,
  Card,
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  Paper,
  Skeleton,
  Table,
  Tabs,
  Tooltip,
} from "@mantine/core";

const harbour: MantineColorsTuple = [
  "#eef6f6", "#dcebec", "#b7d6d8", "#8dbec2", "#68a8ae", "#4e969d", "#2f7983", "#1d6670", "#155059", "#0c3a42",
];
const brick: MantineColorsTuple = [
  "#fdf2ef", "#f8ded8", "#eeb9ad", "#e69784", "#d96e59", "#cf553f", "#b9412c", "#a03422", "#84281a", "#661c11",
];
const ochre: MantineColorsTuple = [
  "#fcf6e8", "#f5e8c6", "#ebd093", "#dfb65f", "#cf9d3a", "#b98627", "#956a1a", "#795411", "#5e400b", "#432d06",
];
const moss: MantineColorsTuple = [
  "#f1f6ee", "#dfead9", "#bfd5b4", "#9cbf8d", "#7ca86b", "#63914f", "#4f7a3d", "#3e632f", "#2f4c23", "#203617",
];
const stone: MantineColorsTuple = [
  "#f7f7f4", "#efefeb", "#e4e4de", "#d6d6cf", "#b9b9b0", "#93938a", "#6e6e66", "#54544d", "#3a3a35", "#22221f",
];
const night: MantineColorsTuple = [
  "#dce1e2", "#b6bec0", "#929c9f", "#656f72", "#434d50", "#31393c", "#262d30", "#1b2124", "#14191b", "#0d1112",
];

const SANS = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace';

const tones: Record<string, string> = { harbour: "var(--k-accent)", red: "var(--k-danger)", yellow: "var(--k-warn)" };

/** Kontor's own look: ink on paper, one harbour blue, thin lines instead of shadows. */
export const theme = createTheme({
  primaryColor: "harbour",
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour, red: brick, yellow: ochre, green: moss, gray: stone, dark: night },
  black: "#1f2426",
  autoContrast: true,
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.5", lg: "1.5", xl: "1.5" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.25rem" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  defaultRadius: "sm",
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.25" },
      h2: { fontSize: "1.125rem", lineHeight: "1.35" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  shadows: { xs: "none", sm: "none", md: "0 6px 24px rgb(0 0 0 / 8%)", lg: "0 8px 30px rgb(0 0 0 / 10%)", xl: "0 12px 40px rgb(0 0 0 / 14%)" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Alert: Alert.extend({
      defaultProps: { variant: "outline" },
      styles: (_, { color = "harbour" }) => ({
        root: { background: "var(--k-surface)", borderColor: tones[color] },
        title: { color: tones[color], fontWeight: 550 },
        icon: { color: tones[color] },
        message: { color: "var(--k-ink)" },
      }),
    }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Card: Card.extend({ defaultProps: { withBorder: true, padding: "md", radius: "md" } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "sm" } }),
    InputWrapper: InputWrapper.extend({ defaultProps: { inputWrapperOrder: ["label", "description", "input", "error"] } }),
    Menu: Menu.extend({ defaultProps: { shadow: "md", transitionProps: { duration: 80 } } }),
    Modal: Modal.extend({ defaultProps: { radius: "md", centered: true, transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.35 }, closeButtonProps: { "aria-label": "Close" } } }),
    Paper: Paper.extend({ defaultProps: { radius: "md" } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: "sm" } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } }),
    Tabs: Tabs.extend({ defaultProps: { variant: "default" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } }),
  },
});

/** Points Mantine's own variables at the tokens of tokens.css, so that every surface and line has one source. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--k-ground)",
    "--mantine-color-text": "var(--k-ink)",
    "--mantine-color-dimmed": "var(--k-muted)",
    "--mantine-color-default": "var(--k-surface)",
    "--mantine-color-default-hover": "var(--k-hover)",
    "--mantine-color-default-border": "var(--k-line-strong)",
    "--mantine-color-default-color": "var(--k-ink)",
    "--mantine-color-placeholder": "var(--k-muted)",
    "--mantine-color-anchor": "var(--k-accent)",
    "--mantine-color-error": "var(--k-danger)",
  };
  return { variables: {}, light: both, dark: both };
};
