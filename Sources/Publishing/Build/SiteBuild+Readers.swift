import Training

extension SiteBuild {
  /// Why this portal must not replace the one in the output: a preview would be taken for the portal, or the other way round.
  func otherReaders(of stage: OutputStage) -> OutputError? {
    guard stage.published != nil, let known = stage.remembered(.readers),
      let readership = Readership(rawValue: String(decoding: known, as: UTF8.self)), readership != request.readership
    else { return nil }
    return .otherReaders(request.output, isPreview: readership == .preview)
  }

  /// Writes down for whom the portal is that has been published.
  func noteReaders(of stage: OutputStage) {
    let bytes = Array(request.readership.rawValue.utf8)
    if stage.remembered(.readers) != bytes { stage.remember(bytes, .readers) }
  }
}
