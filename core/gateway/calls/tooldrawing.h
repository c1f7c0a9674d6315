// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/generationanswer.h"

#include <QList>

namespace lightwell {

struct Progress;

/// One picture of a text model's image tool, made like any other: the engine reserves and journals it, and it is a job
/// that can be looked at. Its bytes are read and encoded on the thread pool. Lives on the gateway's thread.
class ToolDrawing : public QObject
{
    Q_OBJECT
public:
    /// All that a talk's pictures have in common.
    struct Desk
    {
        const GenerationTools &tools;
        DialectPtr dialect;
        QString client;
        QString base; ///< of links to files: "http://127.0.0.1:4747/v1/files/"
        /// Why this call may not be paid for now; it counts where it may.
        std::function<std::optional<Error>(const GenerationCall &call)> faultBeforePaying;
        /// The call with the catalog's names.
        std::function<GenerationCall(GenerationCall call)> named;
    };
    ToolDrawing(const Desk &desk, const picturetool::Wish &wish, QObject *parent);

    /// Reads the request for an image, and makes it.
    void read(const GatewayRequest &request, const Origin &origin);
    /// Makes an image whose call has been read and may be paid for; returns the generation.
    [[nodiscard]] QString make(const GenerationCall &call, const Origin &origin);
    /// What an earlier run has made of the generation.
    void deliver(const Generation &generation) { ended(generation); }
    void cancel(); ///< it still ends

    /// Reads it, on any thread.
    [[nodiscard]] static Result<GenerationCall> callOf(const Dialect &dialect, const GatewayRequest &request);

Q_SIGNALS:
    void begun(const QString &generation); ///< not where it was refused before
    void previewed(const lightwell::ToolPreview &preview);
    void finished(const lightwell::ToolPicture &picture); ///< exactly once

private:
    void refuse(const Error &error);
    void show(const QByteArray &preview);
    void showNext();
    void ended(const Generation &generation);

    const Desk &m_desk;
    ToolPicture m_picture;
    QString m_generation; ///< under way; empty: none
    QByteArray m_waiting; ///< the newest preview that is not encoded yet
    bool m_isShowing = false;
    bool m_isCancelled = false;
    bool m_hasEnded = false;
};

} // namespace lightwell
