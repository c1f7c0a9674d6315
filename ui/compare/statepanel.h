// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

class QSpacerItem;

namespace lightwell {

class Button;
class CompareSession;
class ProgressLine;
class ProviderKeys;
class SteadyClock;
class TextLabel;
struct CompareCell;
struct FailureText;

/// What stands where the picture would be: progress, or what happened and the next step.
class StatePanel : public QWidget
{
    Q_OBJECT
public:
    StatePanel(const QString &objectName, const SteadyClock &clock, QWidget *parent = nullptr);
    void showProgress(const CompareCell &cell, const QString &provider, qint64 elapsed);
    void showElapsed(qint64 elapsed);
    /// The picture that stays until another one comes; null: none. A sketch of the new one covers it.
    void setBehind(const QImage &picture);
    void showFailure(const FailureText &failure);
    [[nodiscard]] Button *stepButton() const { return m_step; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    [[nodiscard]] const QImage &preview() const { return m_preview; } ///< the sketch that is shown; null: none

Q_SIGNALS:
    void stepTaken();
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setFailing(bool failing);
    bool isPartOfStep();
    void takePreview(const QByteArray &encoded);
    void setPreview(const QImage &image);
    void drawSketch();
    [[nodiscard]] QRect wordsRect() const;
    TextLabel *m_title;
    ProgressLine *m_progress;
    TextLabel *m_text;
    TextLabel *m_billing;
    Button *m_step;
    Button *m_cancel;
    const SteadyClock &m_clock;
    std::optional<qint64> m_steppedAt; ///< or the last press since then that is part of that one
    QSpacerItem *m_below; ///< keeps the words in the middle, or lets them sink under a preview
    QByteArray m_encoded; ///< the newest sketch
    bool m_isDrawing = false; ///< one, on the thread pool; what comes meanwhile waits, and only the newest
    QImage m_behind;
    QImage m_preview;
};

} // namespace lightwell
