// The little of JupyterLab's objects that is touched in the page.
interface LabCell {
  readonly node: HTMLElement;
  readonly model: {
    readonly type: string;
    readonly outputs: LabOutputs;
    readonly sharedModel: { getSource(): string };
  };
  readonly outputArea: { readonly widgets: readonly { readonly node: HTMLElement }[] };
}
interface LabOutputs {
  readonly length: number;
  get(index: number): { toJSON(): LabOutput };
}
interface LabOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly ename?: string;
  readonly evalue?: string;
  readonly data?: Record<string, unknown>;
}
interface LabPanel {
  readonly content: { readonly widgets: readonly LabCell[]; readonly node: HTMLElement };
  readonly sessionContext: {
    readonly kernelDisplayStatus: string;
    readonly session?: { readonly kernel?: { readonly name: string } };
  };
}
interface PlotlyDiv extends HTMLElement {
  readonly data?: readonly unknown[];
  readonly _fullLayout?: {
    readonly sliders?: readonly { readonly active: number; readonly steps: readonly unknown[] }[];
  };
}
interface Window {
  jupyterapp?: {
    readonly shell: { readonly currentWidget: LabPanel | null };
    readonly commands: { execute(id: string): Promise<unknown> };
  };
  progressSeen?: string[];
}
