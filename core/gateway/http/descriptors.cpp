// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/descriptors.h"

#include <QDir>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace lightwell {

#ifdef Q_OS_UNIX

namespace {

constexpr int reserve = 32;

int openNow()
{
    const auto found = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size();
    return found > 0 ? int(found) : 64;
}

} // namespace

int connectionsThatFit(int wanted)
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return wanted;
    }
    const auto aside = static_cast<rlim_t>(openNow()) + static_cast<rlim_t>(reserve);
    const rlim_t needed = rlim_t(wanted) * 2 + aside;
    if (limit.rlim_cur < needed) {
        rlimit raised = limit;
        raised.rlim_cur = std::min(limit.rlim_max, needed);
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0) {
            limit = raised;
        }
    }
    if (limit.rlim_cur >= needed) {
        return wanted;
    }
    const rlim_t left = limit.rlim_cur > aside ? limit.rlim_cur - aside : 0;
    return std::max(1, int(left / 2));
}

bool canOpenAnother()
{
    const int another = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (another < 0) {
        return errno != EMFILE && errno != ENFILE;
    }
    close(another);
    return true;
}

#else

int connectionsThatFit(int wanted)
{
    return wanted;
}

bool canOpenAnother()
{
    return true;
}

#endif

} // namespace lightwell
