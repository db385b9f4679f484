import Training

extension PageRenderer {
  /// Whether the portal is built for those who look at a change before it is published.
  package var isPreview: Bool { context.model.readership == .preview }
}
