// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <utility>

namespace lightwell {

/// Counters of the gateway in Prometheus' text format (version 0.0.4). Labels come from fixed lists only, so that no
/// client can fill them.
class Metrics
{
public:
    void countAnswer(const QString &route, int status) { ++m_answers[{route, status}]; }
    [[nodiscard]] QByteArray text(int connections, int generations) const;

private:
    QMap<std::pair<QString, int>, qint64> m_answers;
};

} // namespace lightwell
