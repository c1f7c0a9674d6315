// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "ui/mask/maskdocument.h"

#include <QObject>

#include <functional>
#include <optional>

namespace lightwell {

/// What is done to one picture's mask, in the order in which it was wished. What takes its time runs on the thread
/// pool, on a copy; what is wished meanwhile waits until that is done, strokes too. So nothing is lost, and nothing
/// happens to another state than the one it was meant for.
class MaskEdits : public QObject
{
    Q_OBJECT
public:
    using Edit = std::function<void(MaskDocument &)>; ///< one step, or none; may run on another thread
    /// A stroke that waits for what was wished before.
    struct Stroke
    {
        struct Place
        {
            QPointF at; ///< in the picture
            double diameter = 0; ///< pixels
        };
        MaskDocument::Brush brush;
        QList<Place> way;
    };
    explicit MaskEdits(const MaskDocument &document, QObject *parent = nullptr);
    /// Without what waits, but with a stroke and a growth that are being drawn.
    [[nodiscard]] const MaskDocument &document() const { return m_document; }
    [[nodiscard]] bool isBusy() const { return m_isWorking; } ///< something that was wished is not in the document yet
    [[nodiscard]] bool canUndo() const; ///< also what waits
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QList<Stroke> waiting() const; ///< also the one being drawn

    /// None of these two while a stroke or a growth is being drawn.
    void change(const Edit &edit); ///< at once, where nothing is under way
    void work(const Edit &edit); ///< on the thread pool
    /// Each returns what of the document it has changed.
    QRect beginStroke(QPointF at, const MaskDocument::Brush &brush);
    QRect strokeTo(QPointF at, double diameter);
    void endStroke();
    void cancelStroke();
    void grow(const QMargins &growth); ///< as long as handles are dragged
    void endGrowth();
    void cancelGrowth();

Q_SIGNALS:
    void changed(); ///< the document is another one, and nothing waits
    void busyChanged();
    void failed(const lightwell::Error &error); ///< what was wished is given up; the document stays as it was

private:
    void start(const MaskDocument &document);
    void take(const MaskDocument &done);
    MaskDocument m_document;
    QList<Edit> m_edits; ///< that wait
    bool m_isWorking = false;
    QList<Stroke> m_ended; ///< of those that wait or are under way
    std::optional<Stroke> m_drawn; ///< being drawn while something is under way
    std::optional<QMargins> m_growth; ///< being dragged
};

} // namespace lightwell
