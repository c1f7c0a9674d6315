// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingheight.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>

namespace lightwell {

namespace {

class FittingHeight : public QObject
{
public:
    explicit FittingHeight(QDialog *dialog)
        : QObject(dialog)
        , m_dialog(dialog)
    {
        dialog->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            m_given = m_dialog->height();
        }
        if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) {
            fit();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        const QLayout *layout = m_dialog->layout();
        if (layout == nullptr || !m_dialog->isVisible()) {
            return;
        }
        const int width = m_dialog->width();
        const int needed =
            layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
        const bool isOurs = m_dialog->height() == m_given;
        if (needed > m_dialog->height() || (isOurs && needed < m_dialog->height())) {
            m_dialog->resize(width, needed);
            m_given = m_dialog->height();
        }
    }

    QDialog *m_dialog;
    int m_given = -1;
};

} // namespace

void keepHeightFitting(QDialog *dialog)
{
    new FittingHeight(dialog);
}

} // namespace lightwell
