// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/stepbuttons.h"

#include "ui/compare/failuretext.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"

#include <QResizeEvent>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;

QStringList textsOf(const FailureAction &action)
{
    if (!action) {
        return {};
    }
    const bool costs = action.price.isKnown() && action.price != Money::zero();
    const QString text = QString(action.text).replace(u'&', "&&"_L1); // a name is no shortcut
    return costs ? QStringList {StepButtons::tr("%1, %2").arg(text, texts::one(action.price)), text}
                 : QStringList {text};
}

} // namespace

StepButtons::StepButtons(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_first(new Button(Button::Kind::Normal, {}, this))
    , m_second(new Button(Button::Kind::Normal, {}, this))
{
    named(m_first, objectName + u".step"_s, tr("Next step"));
    named(m_second, objectName + u".second"_s, tr("Another step"));
    for (Button *button : {m_first, m_second}) {
        button->setOnRaised(true);
        button->hide();
    }
    connect(m_first, &QPushButton::clicked, this, [this] { Q_EMIT taken(false); });
    connect(m_second, &QPushButton::clicked, this, [this] { Q_EMIT taken(true); });
}

void StepButtons::show(const FailureAction &first, const FailureAction &second, int wait)
{
    m_firstTexts = textsOf(first);
    m_secondTexts = textsOf(second);
    m_first->setAccessibleName(m_firstTexts.isEmpty() ? tr("Next step") : m_firstTexts.constFirst());
    m_second->setAccessibleName(m_secondTexts.isEmpty() ? tr("Another step") : m_secondTexts.constFirst());
    m_first->setVisible(first.step != FailureAction::Step::None);
    m_second->setVisible(second.step != FailureAction::Step::None);
    showWait(wait);
}

void StepButtons::showWait(int seconds)
{
    const QString words = m_firstTexts.value(m_firstTexts.size() - 1);
    m_wait = seconds > 0 ? tr("%1 in %2").arg(words, texts::duration(seconds * 1000, 0)) : QString();
    m_first->setEnabled(m_wait.isEmpty());
    updateGeometry();
    arrange();
}

bool StepButtons::isEmpty() const
{
    return m_firstTexts.isEmpty();
}

int StepButtons::widthOf(const Button *button, const QString &text) const
{
    return button->sizeHint().width() + button->fontMetrics().horizontalAdvance(text)
        - button->fontMetrics().horizontalAdvance(button->text());
}

bool StepButtons::fitsBeside(const QString &first, const QString &second, int width) const
{
    return widthOf(m_first, first) + (second.isEmpty() ? 0 : gap + widthOf(m_second, second)) <= width;
}

bool StepButtons::isStacked(int width) const
{
    const QString first = m_wait.isEmpty() ? m_firstTexts.value(m_firstTexts.size() - 1) : m_wait;
    return !m_secondTexts.isEmpty() && !fitsBeside(first, m_secondTexts.constLast(), width);
}

/// The price of the second step goes first: that of the same again is known from the line below.
void StepButtons::arrange()
{
    const bool stacked = isStacked(width());
    QString first = m_wait.isEmpty() ? m_firstTexts.value(m_firstTexts.size() - 1) : m_wait;
    QString second = m_secondTexts.value(m_secondTexts.size() - 1);
    for (const QString &longer : std::as_const(m_secondTexts)) {
        if (stacked ? widthOf(m_second, longer) <= width() : fitsBeside(first, longer, width())) {
            second = longer;
            break;
        }
    }
    const QString priced = m_firstTexts.value(0);
    if (m_wait.isEmpty() && (stacked ? widthOf(m_first, priced) <= width() : fitsBeside(priced, second, width()))) {
        first = priced;
    }
    m_first->setText(first);
    m_second->setText(second);
    const QSize one = m_first->sizeHint().boundedTo(QSize(width(), QWIDGETSIZE_MAX));
    const QSize other = m_second->sizeHint().boundedTo(QSize(width(), QWIDGETSIZE_MAX));
    const auto place = [this](QWidget *button, const QRect &at) {
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
    };
    if (stacked) {
        place(m_first, QRect(QPoint((width() - one.width()) / 2, 0), one));
        place(m_second, QRect(QPoint((width() - other.width()) / 2, one.height() + gap / 2), other));
        return;
    }
    const int whole = one.width() + (m_secondTexts.isEmpty() ? 0 : gap + other.width());
    const int left = (width() - whole) / 2;
    place(m_first, QRect(QPoint(left, 0), one));
    place(m_second, QRect(QPoint(left + one.width() + gap, 0), other));
}

int StepButtons::heightForWidth(int width) const
{
    const int one = m_first->sizeHint().height();
    return isStacked(width) ? 2 * one + gap / 2 : one;
}

QSize StepButtons::sizeHint() const
{
    const int beside = m_secondTexts.isEmpty() ? 0 : gap + m_second->sizeHint().width();
    return {m_first->sizeHint().width() + beside, m_first->sizeHint().height()};
}

QSize StepButtons::minimumSizeHint() const
{
    return {0, m_first->sizeHint().height()};
}

void StepButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace lightwell
