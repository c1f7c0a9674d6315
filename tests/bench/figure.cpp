// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

namespace lightwell::bench {

Figure Figure::missing(const QString &name, const QString &why)
{
    Figure figure;
    figure.name = name;
    figure.note = why;
    return figure;
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double processorTimeOfThread()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double processorTime(const std::function<void()> &work)
{
    const double start = processorTimeOfThread();
    work();
    return processorTimeOfThread() - start;
}

double median(QList<double> values)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

double quantile(QList<double> values, double part)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const auto place = static_cast<qsizetype>(part * static_cast<double>(values.size()));
    return values.at(std::clamp<qsizetype>(place, 0, values.size() - 1));
}

} // namespace lightwell::bench
