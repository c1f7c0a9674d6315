// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"
#include "tests/support/socketserver.h"

namespace lightwell::test {

/// ComfyUI's server: uploads, graphs that are checked node by node, the queue, the history, files, and a web socket
/// on which the test lets it tell of steps and ends, to the client of the job alone. A graph that asks for just what
/// another one did is not painted again (cached()).
///
/// Points to script: "submit" (its path is "prompt"), "status" ("history"), "download" ("view"), and by their paths
/// "upload", "queue", "delete", "interrupt", "object_info", "system_stats".
class ComfyUiStandIn : public VendorStandIn
{
public:
    ComfyUiStandIn();
    [[nodiscard]] QUrl baseUrl() const override { return m_sockets.url(); }
    [[nodiscard]] int listeners() const { return m_sockets.open(); }
    void tellStep(int step, int steps); ///< of the last job, with a sketch, to whoever listens
    void finishJob(); ///< the last one ends now, as its listeners are told
    /// The next job fails with this exception ("torch.OutOfMemoryError"), or "interrupted".
    void failNextJob(const QString &exception) { m_nextFailure = exception; }
    void failNext(bool /*refused*/) override { failNextJob(QStringLiteral("RuntimeError")); }
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

    SocketServer m_sockets;
    QHash<QString, Job> m_jobs;
    QHash<QString, QByteArray> m_uploads;
    QHash<QString, QByteArray> m_results;
    QList<QJsonObject> m_painted;
    QString m_nextFailure;
    QJsonObject m_graph;
    QString m_client;
    QString m_lastJob;
    int m_cached = 0;
};

} // namespace lightwell::test
