// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace lightwell {

class ClampedLabel;
class ProgressLine;
class Sign;
class TextLabel;
struct CompareCell;
class StepButtons;
struct FailureText;

/// What stands where the picture would be: that it waits, how far it is, or what happened and the next step. It has the
/// size of a picture, and says less where that is low.
class StatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit StatePanel(const QString &objectName, QWidget *parent = nullptr);
    /// `provider` is its name; empty: not known yet. `usual` is how long such a picture takes, in milliseconds; 0:
    /// nobody knows.
    void showProgress(const CompareCell &cell, const QString &provider, qint64 elapsed, qint64 usual);
    void showElapsed(qint64 elapsed, qint64 usual);
    /// The picture that stays until another one comes; null: none. A sketch of the new one covers it.
    void setBehind(const QImage &picture);
    /// `wait` is how many seconds the provider asked to be left alone still; 0: none.
    void showFailure(const FailureText &failure, int wait = 0);
    void showWait(int seconds); ///< only that moves
    /// "3 s of about 20 s"; `usual` as above.
    [[nodiscard]] static QString timeText(qint64 elapsed, qint64 usual);
    /// What is known of how far it is, "place 2 in the queue"; may be empty.
    [[nodiscard]] static QString stageText(const CompareCell &cell);
    [[nodiscard]] StepButtons *steps() const { return m_steps; }
    [[nodiscard]] const QImage &preview() const { return m_preview; } ///< the sketch that is shown; null: none

Q_SIGNALS:
    void stepTaken(bool second);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Shows { Waiting, Progress, Failure };
    void buildProgress(const QString &objectName);
    void show(Shows what);
    void fit(); ///< says as much as there is room for
    void takePreview(const QByteArray &encoded);
    void setPreview(const QImage &image);
    void drawSketch();
    Shows m_shows = Shows::Waiting;
    QWidget *m_words; ///< in the middle
    Sign *m_sign;
    TextLabel *m_title;
    ClampedLabel *m_text;
    TextLabel *m_billing;
    StepButtons *m_steps;
    QWidget *m_box; ///< of the progress, readable on any sketch
    TextLabel *m_time;
    TextLabel *m_stage;
    ProgressLine *m_progress;
    std::optional<double> m_told; ///< how far it is, by the vendor
    QByteArray m_encoded; ///< the newest sketch
    bool m_isDrawing = false; ///< one, on the thread pool; what comes meanwhile waits, and only the newest
    QImage m_behind;
    QImage m_preview;
};

} // namespace lightwell
