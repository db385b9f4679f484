import Testing

@Suite struct PortalPlaceholder {}
