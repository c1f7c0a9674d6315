// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/replay/madepictures.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Delivers pictures at their links.
class FileService : public Service
{
public:
    explicit FileService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override { return {RouteCall::File}; }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;

private:
    void readFile(Exchange *exchange, const QString &picture);

    const MadePictures m_made; ///< have links, too
};

} // namespace lightwell
