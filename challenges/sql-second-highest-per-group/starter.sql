-- who earns the second-highest salary of a department, by department and name
select department, name, salary
from employees
order by department, name
