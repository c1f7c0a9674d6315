// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lightwell {

class Button;
class RunProgress;
class SummaryLabel;
struct CompareSummary;

/// Over the runs: the button of the form, how things stand, and what can be done with all of them. Nothing in it
/// changes its place.
class ResultsBar : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsBar(QWidget *parent = nullptr);
    void show(const CompareSummary &summary, bool canRetryAll);
    void setFormShown(bool shown); ///< what the button says
    [[nodiscard]] Button *clearButton() const { return m_clear; }

Q_SIGNALS:
    void formToggled(bool shown);
    void retryAllWanted();
    void cancelRestWanted();
    void clearWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Button *m_form;
    SummaryLabel *m_summary;
    Button *m_retryAll;
    Button *m_cancelAll;
    QWidget *m_line; ///< before Clear
    Button *m_clear;
    RunProgress *m_progress;
};

} // namespace lightwell
