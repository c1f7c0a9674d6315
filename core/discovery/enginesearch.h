// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discovery/localengine.h"
#include "core/transport/httpclient.h"

namespace lightwell {

class EngineProbe;

/// Looks for programs on this machine, on their usual ports and wherever else the caller says, all at once. Takes a few
/// seconds at most. Lives where it was made and needs that thread's event loop.
class EngineSearch : public QObject
{
    Q_OBJECT
public:
    explicit EngineSearch(QList<LocalEngine> engines, QObject *parent = nullptr);
    ~EngineSearch() override; ///< ends it without a word
    /// Once. `further` are addresses beside the usual ones; those that are not on this machine are passed over.
    void start(const QList<QUrl> &further = {});
    void cancel(); ///< no effect once it is over
    [[nodiscard]] bool isRunning() const { return m_left > 0; }

Q_SIGNALS:
    void progressed(int asked, int all); ///< addresses
    /// Exactly once: what was found, in the order of the ports, or ErrorKind::Cancelled.
    void finished(const lightwell::Result<QList<lightwell::FoundEngine>> &found);

private:
    void took(qsizetype place, const std::optional<FoundEngine> &found);
    void conclude();

    HttpClient m_http;
    const QList<LocalEngine> m_engines;
    QList<EngineProbe *> m_probes;
    QList<std::optional<FoundEngine>> m_found;
    qsizetype m_left = 0;
    bool m_cancelled = false;
};

} // namespace lightwell
