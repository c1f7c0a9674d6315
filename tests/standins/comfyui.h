// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// ComfyUI's server: uploads, graphs that are checked node by node, the queue, the history, files. Its web socket is
/// the test's affair. A graph that asks for just what another one did is not painted again (cached()).
///
/// Points to script: "upload", "prompt", "history", "queue", "delete", "interrupt", "view", "object_info",
/// "system_stats".
class ComfyUiStandIn : public VendorStandIn
{
public:
    /// The next job fails with this exception ("torch.OutOfMemoryError"), or "interrupted".
    void failNextJob(const QString &exception) { m_nextFailure = exception; }
    void forgetJobs() { m_jobs.clear(); } ///< the server was started anew
    [[nodiscard]] QJsonObject lastGraph() const { return m_graph; }
    [[nodiscard]] QStringList uploads() const { return m_uploads.keys(); }
    [[nodiscard]] QByteArray uploaded(const QString &name) const { return m_uploads.value(name); }
    [[nodiscard]] int cached() const { return m_cached; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Job
    {
        QJsonObject graph;
        QString failure;
        int pollsLeft = 0;
        int number = 0;
    };
    [[nodiscard]] Reply upload(const Received &request);
    [[nodiscard]] Reply order(const QJsonObject &body);
    [[nodiscard]] Reply history(const QString &id);
    [[nodiscard]] Reply queue() const;
    [[nodiscard]] Reply view(const Received &request);
    [[nodiscard]] Reply stop(const QJsonObject &body, bool running);

    QHash<QString, Job> m_jobs;
    QHash<QString, QByteArray> m_uploads;
    QHash<QString, QByteArray> m_results;
    QList<QJsonObject> m_painted;
    QString m_nextFailure;
    QJsonObject m_graph;
    int m_cached = 0;
};

} // namespace lightwell::test
