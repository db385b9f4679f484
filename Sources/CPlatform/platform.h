/* The few calls that the Glibc module does not show to Swift. Header only: nothing here is linked on its own. */
#ifndef PROSPECTUS_PLATFORM_H
#define PROSPECTUS_PLATFORM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Exchanges two paths in one step (Linux 3.15). Returns 0, or -1 with errno set; the two must lie on one file system. */
static inline int prospectus_exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

#endif
